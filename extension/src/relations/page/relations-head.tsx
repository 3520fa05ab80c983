import { Download, Plus, Upload } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { showToast } from "../../ui/feedback/toasts"
import { SettingsHead } from "../../ui/layout/settings-head"
import { goTo } from "../../ui/place/place"
import { useExportRelations } from "../export-relations"
import { words } from "./words"

/** What the page is, and at its right what one does here. */
export function RelationsHead() {
  const file = useExportRelations()
  return (
    <SettingsHead
      kicker={words.kicker}
      title={words.title}
      lead={words.lead}
      end={
        <>
          <Button kind="ghost" icon={Upload} onPress={() => goTo("relations/import")}>
            {words.import}
          </Button>
          <Button
            kind="ghost"
            icon={Download}
            isBusy={file.isPending}
            onPress={() =>
              file.mutate(undefined, { onError: error => showToast({ kind: "failure", words: error.message }) })
            }
          >
            {words.export}
          </Button>
          <Button kind="primary" icon={Plus} onPress={() => goTo("relations/new")}>
            {words.add}
          </Button>
        </>
      }
    />
  )
}

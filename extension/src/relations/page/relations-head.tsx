import { Plus } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { SettingsHead } from "../../ui/layout/settings-head"
import { goTo } from "../../ui/place/place"
import { words } from "./words"

/** What the page is, and at its right what one does here. */
export function RelationsHead() {
  return (
    <SettingsHead
      kicker={words.kicker}
      title={words.title}
      lead={words.lead}
      end={
        <Button kind="primary" icon={Plus} onPress={() => goTo("relations/new")}>
          {words.add}
        </Button>
      }
    />
  )
}

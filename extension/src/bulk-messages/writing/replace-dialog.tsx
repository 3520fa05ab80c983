import type { Language } from "@casepost/shared/organisations"
import { Button } from "../../ui/buttons/button"
import { Dialog } from "../../ui/overlays/dialog"
import { listed } from "../figures-in-words"
import { words } from "../words"

type ReplaceDialogProps = { languages: readonly Language[]; onClose: () => void; onReplace: () => void }

/** Asks before a standard message takes the place of what was typed. */
export function ReplaceDialog({ languages, onClose, onReplace }: ReplaceDialogProps) {
  return (
    <Dialog
      title={words.write.replaceTitle}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      onSubmit={onReplace}
      foot={
        <>
          <Button onPress={onClose}>{words.write.keep}</Button>
          <Button kind="primary" type="submit">
            {words.write.replace}
          </Button>
        </>
      }
    >
      <p>{words.write.replaceMore(listed(languages.map(language => words.inEnglish[language])))}</p>
    </Dialog>
  )
}

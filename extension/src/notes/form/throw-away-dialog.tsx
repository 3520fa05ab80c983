import { Button } from "../../ui/buttons/button"
import { Dialog } from "../../ui/overlays/dialog"
import { words } from "../words"

/** Asks before a note that was begun is thrown away. */
export function ThrowAwayDialog({ onThrowAway, onClose }: { onThrowAway: () => void; onClose: () => void }) {
  return (
    <Dialog
      role="alertdialog"
      title={words.throwAwayTitle}
      isOpen
      onOpenChange={onClose}
      onSubmit={onThrowAway}
      foot={
        <>
          <Button onPress={onClose}>{words.keep}</Button>
          <Button kind="danger" type="submit" autoFocus>
            {words.throwAway}
          </Button>
        </>
      }
    >
      {words.throwAwayMore}
    </Dialog>
  )
}

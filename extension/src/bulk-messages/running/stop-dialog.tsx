import { Button } from "../../ui/buttons/button"
import { Dialog } from "../../ui/overlays/dialog"
import { words } from "../words"

type StopDialogProps = { waiting: number; onClose: () => void; onStop: () => void }

/** Asks once before what has not left is stopped: it cannot be started again. */
export function StopDialog({ waiting, onClose, onStop }: StopDialogProps) {
  return (
    <Dialog
      title={words.running.stopTitle}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      onSubmit={onStop}
      foot={
        <>
          <Button onPress={onClose}>{words.running.keep}</Button>
          <Button kind="danger" type="submit">
            {words.running.stop}
          </Button>
        </>
      }
    >
      <p>{words.running.stopMore(waiting)}</p>
    </Dialog>
  )
}

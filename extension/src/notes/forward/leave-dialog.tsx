import { Button } from "../../ui/buttons/button"
import { Dialog } from "../../ui/overlays/dialog"
import { words } from "../words"

/** Asks before what was chosen in a window is lost. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog
      role="alertdialog"
      title={words.leave.title}
      isOpen
      onOpenChange={onStay}
      onSubmit={onLeave}
      foot={
        <>
          <Button onPress={onStay}>{words.leave.stay}</Button>
          <Button kind="primary" type="submit" autoFocus>
            {words.leave.close}
          </Button>
        </>
      }
    >
      {words.leave.more}
    </Dialog>
  )
}

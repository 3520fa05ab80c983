import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Button } from "../../ui/buttons/button"
import { Dialog } from "../../ui/overlays/dialog"
import { useDiscardBulkMessage } from "../discard-bulk-message"
import { words } from "../words"

type DiscardDialogProps = { message: BulkMessage; onClose: () => void; onDiscarded?: () => void }

/** Asks before a bulk message that is being written is thrown away: its choice of cases cannot be had back. */
export function DiscardDialog({ message, onClose, onDiscarded }: DiscardDialogProps) {
  const discard = useDiscardBulkMessage()
  return (
    <Dialog
      title={words.result.discardTitle}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      onSubmit={() =>
        discard.mutate(message.id, {
          onSuccess: () => {
            onClose()
            onDiscarded?.()
          },
        })
      }
      foot={
        <>
          <Button onPress={onClose}>{words.result.keep}</Button>
          <Button kind="danger" type="submit" isBusy={discard.isPending}>
            {words.result.discardNow}
          </Button>
        </>
      }
    >
      <p>{words.result.discardMore(words.chosen(message.kind, message.total))}</p>
    </Dialog>
  )
}

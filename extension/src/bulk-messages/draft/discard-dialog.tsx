import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog"
import { words } from "../words"
import { useDiscardBulkMessage } from "./discard-bulk-message"

type DiscardDialogProps = { message: BulkMessage; onClose: () => void; onDiscarded?: () => void }

/** Asks before a bulk message that is being written is thrown away: its choice of cases cannot be had back. */
export function DiscardDialog({ message, onClose, onDiscarded }: DiscardDialogProps) {
  const discard = useDiscardBulkMessage()
  return (
    <ConfirmDialog
      title={words.result.discardTitle}
      keep={words.result.keep}
      confirm={words.result.discardNow}
      isBusy={discard.isPending}
      onClose={onClose}
      onConfirm={() =>
        discard.mutate(message.id, {
          onSuccess: () => {
            onClose()
            onDiscarded?.()
          },
        })
      }
    >
      {words.result.discardMore(words.chosen(message.kind, message.total))}
    </ConfirmDialog>
  )
}

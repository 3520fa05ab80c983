import { maySendSomewhere } from "../../access/may-send"
import { useSession } from "../../access/session"
import { useOpenBulkMessage } from "../../bulk-messages/open-bulk-message"
import type { ChosenCases } from "../../cases/overview/selection/selection"
import { words as messageWords } from "../../messages/words"

/** "Send messages" of an overview: freezes the ticked cases and goes on to write to them; refused, they stay ticked. */
export function useSendMessages(onOpened: (bulkId: string) => void) {
  const { membership } = useSession()
  const opening = useOpenBulkMessage()
  return {
    send: (chosen: ChosenCases) => {
      if (!opening.isPending) opening.mutate(chosen, { onSuccess: opened => onOpened(opened.id) })
    },
    sending: { isPending: opening.isPending, error: opening.error },
    restricted: maySendSomewhere(membership) ? undefined : messageWords.restricted,
  }
}

import type { CaseRef } from "@casepost/shared/cases"
import { maySendSomewhere } from "../../access/may-send"
import { useSession } from "../../access/session"
import { useOpenBulkMessage } from "../../bulk-messages/open-bulk-message"
import type { ChosenCases } from "../../cases/overview/selection/selection"
import { words as messageWords } from "../../messages/words"

/** "Send messages" of an overview or a page: freezes the ticked cases and goes on to write to them; refused, they stay ticked. */
export function useSendMessages(onOpened: (bulkId: string) => void) {
  const { membership } = useSession()
  const opening = useOpenBulkMessage()
  const send = (chosen: ChosenCases) => {
    if (!opening.isPending) opening.mutate(chosen, { onSuccess: opened => onOpened(opened.id) })
  }
  return {
    send,
    /** About cases ticked on a page, all of one kind. */
    sendAbout: (refs: readonly CaseRef[]) => {
      const [first] = refs
      if (first) send({ by: "ids", kind: first.kind, ids: refs.map(({ id }) => id) })
    },
    sending: { isPending: opening.isPending, error: opening.error },
    restricted: maySendSomewhere(membership) ? undefined : messageWords.restricted,
  }
}

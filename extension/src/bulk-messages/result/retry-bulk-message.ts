import { deeds } from "@casepost/shared/bulk-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { showToast } from "../../ui/feedback/toasts"
import { tellBulkMessage } from "../get-bulk-message"
import { words } from "../words"

/** Sends again what failed and can go as it is: all of it, or the cases at some positions. */
export function useRetryBulkMessage(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (positions?: number[]) =>
      call(
        deeds.retryBulkMessage,
        { params: { id }, body: positions ? { positions } : {} },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: message => {
      tellBulkMessage(queries, message)
      showToast({ kind: "success", words: words.retried })
    },
    onError: error => showToast({ kind: "failure", words: words.notRetried, more: error.message }),
  })
}

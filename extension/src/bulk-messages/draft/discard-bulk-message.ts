import { deeds } from "@casepost/shared/bulk-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { showToast } from "../../ui/feedback/toasts"
import { getBulkMessage } from "../get-bulk-message"
import { words } from "../words"

/** Throws away one that is still being written. */
export function useDiscardBulkMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(deeds.discardBulkMessage, { params: { id } }),
    onSuccess: (_, id) => {
      // Whoever still shows it leaves first.
      queries.removeQueries({ queryKey: getBulkMessage(id).queryKey, type: "inactive" })
      showToast({ kind: "success", words: words.discarded })
      void queries.invalidateQueries({ queryKey: ["bulk-messages"] })
    },
    onError: error => showToast({ kind: "failure", words: words.notDiscarded, more: error.message }),
  })
}

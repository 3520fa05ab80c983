import { deeds } from "@casepost/shared/bulk-messages"
import { useMutation } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { showToast } from "../../ui/feedback/toasts"
import { words } from "../words"

/** Mails one of the messages to oneself. */
export function useTestBulkMessage(id: string) {
  return useMutation({
    mutationFn: (position: number) => call(deeds.testBulkMessage, { params: { id }, body: { position } }),
    onSuccess: ({ address }) => showToast({ kind: "success", words: words.tested(address) }),
    onError: error => showToast({ kind: "failure", words: words.notTested, more: error.message }),
  })
}

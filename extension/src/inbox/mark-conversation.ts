import type { CaseRef } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/inbox"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { showToast } from "../ui/feedback/toasts"

type Marking = { caseRef: CaseRef; read: boolean }

/** Marks all replies of a conversation read, or its last reply unread, for everybody. @throws Refusal */
export function markConversation({ caseRef, read }: Marking): Promise<void> {
  return call(deeds.markConversation, { params: caseRef, body: { read } })
}

export function useMarkConversation() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: markConversation,
    onSuccess: async () => {
      void chrome.runtime.sendMessage({ kind: "unread-changed" }).catch(() => undefined)
      await Promise.all(
        ["inbox", "unread", "timeline", "case"].map(key => queries.invalidateQueries({ queryKey: [key] })),
      )
    },
    onError: error => showToast({ kind: "failure", words: error.message }),
  })
}

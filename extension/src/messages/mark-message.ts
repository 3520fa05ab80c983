import { deeds } from "@casepost/shared/messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { showToast } from "../ui/feedback/toasts"

type Marking = { id: string; read: boolean }

/** Marks a message read or unread, for everybody. @throws Refusal */
export function markMessage({ id, read }: Marking): Promise<void> {
  return call(deeds.markMessage, { params: { id }, body: { read } })
}

export function useMarkMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: markMessage,
    onSuccess: async () => {
      void chrome.runtime.sendMessage({ kind: "unread-changed" }).catch(() => undefined)
      await Promise.all(
        ["timeline", "inbox", "unread", "case"].map(key => queries.invalidateQueries({ queryKey: [key] })),
      )
    },
    onError: error => showToast({ kind: "failure", words: error.message }),
  })
}

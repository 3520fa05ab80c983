import { deeds } from "@casepost/shared/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { showToast } from "../ui/feedback/toasts"

/** Some of them; or all, up to the newest that is shown. */
type Which = { ids: string[] } | { all: true; until?: string }

/** Marks notifications of mine read. @throws Refusal */
export function markNotificationsRead(which: Which): Promise<void> {
  return call(deeds.markNotificationsRead, { body: which })
}

export function useMarkNotificationsRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: markNotificationsRead,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["notifications"] }),
    onError: error => showToast({ kind: "failure", words: error.message }),
  })
}

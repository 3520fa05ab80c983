import { deeds } from "@casepost/shared/access"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { showToast } from "../../ui/feedback/toasts"
import { words } from "../words"

type Change = NonNullable<Parameters<typeof call<typeof deeds.updateMe>>[1]>["body"]

/** Changes my name or what I am told about. */
export function useUpdateMe() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Change) => call(deeds.updateMe, { body: change }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["me"] })
      showToast({ kind: "success", words: words.saved })
    },
    onError: error => showToast({ kind: "failure", words: error.message }),
  })
}

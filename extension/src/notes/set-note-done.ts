import { deeds, type NoteEntry } from "@casepost/shared/notes"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { showToast } from "../ui/feedback/toasts"

/** Marks a note done, or not done; a done note reminds nobody. @throws Refusal */
export function setNoteDone({ id, done }: { id: string; done: boolean }): Promise<NoteEntry> {
  return call(deeds.setNoteDone, { params: { id }, body: { done } })
}

export function useSetNoteDone() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: setNoteDone,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["timeline"] }),
    onError: error => showToast({ kind: "failure", words: error.message }),
  })
}

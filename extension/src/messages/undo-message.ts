import type { CaseRef } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { showToast } from "../ui/feedback/toasts"
import { words } from "./words"

export type Undone = { caseRef: CaseRef; draftId: string | null }

/** Takes back a message or a resend that has not left. @throws Refusal `undo-too-late` */
export function undoMessage(id: string): Promise<Undone> {
  return call(deeds.undoMessage, { params: { id } })
}

/** `onUndone` opens the draft that the text became. */
export function useUndoMessage(onUndone: (undone: Undone) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: undoMessage,
    onSuccess: async undone => {
      await queries.invalidateQueries({ queryKey: ["timeline"] })
      void queries.invalidateQueries({ queryKey: ["inbox"] })
      showToast({ kind: "success", words: undone.draftId ? words.undone : words.undoneNoDraft })
      onUndone(undone)
    },
    onError: async error => {
      showToast({ kind: "failure", words: words.undoFailed, more: error.message })
      await queries.invalidateQueries({ queryKey: ["timeline"] })
    },
  })
}

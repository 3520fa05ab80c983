import { type AddNoteBody, deeds, type NoteEntry } from "@casepost/shared/notes"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type * as z from "zod"
import { call } from "../api/backend"

export type Adding = {
  /** The draft's id is the idempotency key: a double click or a replay is one note. */
  draftId: string
  organisationId: string
  body: Omit<z.input<typeof AddNoteBody>, "draftId">
}

/** Adds an internal note to a case; its recipients get it by e-mail. @throws Refusal */
export function addNote({ draftId, organisationId, body }: Adding): Promise<NoteEntry> {
  return call(deeds.addNote, { body: { ...body, draftId } }, { organisationId })
}

export function useAddNote() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: addNote,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["timeline"] }),
  })
}

import { deeds, type NoteEntry, type NoteRecipientInput } from "@casepost/shared/notes"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"

export type Forwarding = {
  id: string
  /** The same for the same people: pressing twice is one forward. */
  idempotencyKey: string
  recipients: NoteRecipientInput[]
  confirmedAddresses: string[]
}

/** Mails an existing note to colleagues, relations or typed addresses. @throws Refusal */
export function forwardNote({ id, idempotencyKey, ...body }: Forwarding): Promise<NoteEntry> {
  return call(deeds.forwardNote, { params: { id }, body }, { idempotencyKey })
}

export function useForwardNote() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: forwardNote,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["timeline"] }),
  })
}

import { deeds, type RecipientInput, type SentMessage } from "@casepost/shared/messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"

export type Resending = {
  id: string
  /** Made when the dialog opens: pressing twice is one attempt. */
  idempotencyKey: string
  to: RecipientInput[]
  cc: RecipientInput[]
  bcc: RecipientInput[]
  confirmedTo: string[]
}

/** Sends the same message again as a new attempt under the same entry. @throws Refusal */
export function resendMessage({ id, idempotencyKey, ...body }: Resending): Promise<SentMessage> {
  return call(deeds.resendMessage, { params: { id }, body }, { idempotencyKey })
}

export function useResendMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: resendMessage,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["timeline"] }),
        queries.invalidateQueries({ queryKey: ["inbox"] }),
      ]),
  })
}

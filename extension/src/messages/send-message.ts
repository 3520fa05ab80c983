import { deeds, type SendMessageBody, type SentMessage } from "@casepost/shared/messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type * as z from "zod"
import { call } from "../api/backend"

export type Sending = {
  /** The draft's id is the idempotency key: a double click or a replay is one message. */
  draftId: string
  organisationId: string
  body: Omit<z.input<typeof SendMessageBody>, "draftId">
}

/**
 * Sends a message, or schedules it. Held by the server until `leavesAt`. No Idempotency-Key beside the draft: a second click would be
 * refused as under way, and another tab's text as a mismatch, where the draft gives both the one message. @throws Refusal
 */
export function sendMessage({ draftId, organisationId, body }: Sending): Promise<SentMessage> {
  return call(deeds.sendMessage, { body: { ...body, draftId } }, { organisationId })
}

export function useSendMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: sendMessage,
    onSuccess: sent =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["timeline"] }),
        queries.invalidateQueries({ queryKey: ["inbox"] }),
        queries.invalidateQueries({ queryKey: ["case", sent.caseRef.kind, sent.caseRef.id] }),
      ]),
  })
}

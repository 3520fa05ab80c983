import { deeds } from "@casepost/shared/bulk-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellBulkMessage } from "./get-bulk-message"

type Sending = { id: string; version: number; sendAt?: string }

/** Accepts it, for now or for later. It is its own idempotency key: sent twice, it is one bulk message. @throws Refusal */
export function useSendBulkMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, sendAt }: Sending) =>
      call(deeds.sendBulkMessage, { params: { id }, body: { version, ...(sendAt ? { sendAt } : {}) } }),
    onSuccess: message => tellBulkMessage(queries, message),
  })
}

import { type BulkSelection, deeds } from "@casepost/shared/bulk-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type * as z from "zod"
import { call } from "../api/backend"
import { tellBulkMessage } from "./get-bulk-message"

/** Freezes a selection of cases and opens a bulk message about them; pressed again after a lost answer, it is the same one. */
export function useOpenBulkMessage() {
  const queries = useQueryClient()
  const sent = useRef({ body: "", key: "" })
  return useMutation({
    mutationFn: (selection: z.input<typeof BulkSelection>) => {
      const text = JSON.stringify(selection)
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() }
      return call(deeds.openBulkMessage, { body: { selection } }, { idempotencyKey: sent.current.key })
    },
    onSuccess: message => {
      sent.current = { body: "", key: "" }
      tellBulkMessage(queries, message)
    },
  })
}

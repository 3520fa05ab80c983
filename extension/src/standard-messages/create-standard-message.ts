import { deeds, type SaveStandardMessageBody } from "@casepost/shared/standard-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { call } from "../api/backend"
import { tellStandardMessagesChanged } from "./standard-messages-changed"

/** Adds a standard message to an administration; the same words sent again, as after a lost answer, are the same deed. */
export function useCreateStandardMessage(administrationId: string) {
  const queries = useQueryClient()
  const sent = useRef({ body: "", key: "" })
  return useMutation({
    mutationFn: (saved: SaveStandardMessageBody) => {
      const body = { ...saved, administrationId }
      const text = JSON.stringify(body)
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() }
      return call(deeds.createStandardMessage, { body }, { idempotencyKey: sent.current.key })
    },
    onSuccess: () => tellStandardMessagesChanged(queries),
  })
}

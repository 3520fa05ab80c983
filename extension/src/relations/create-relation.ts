import { deeds, type RelationBody } from "@casepost/shared/relations"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { call } from "../api/backend"
import { tellRelationsChanged } from "./relations-changed"

/** Adds a relation; the same words sent again, as after a lost answer, are the same deed. */
export function useCreateRelation() {
  const queries = useQueryClient()
  const sent = useRef({ body: "", key: "" })
  return useMutation({
    mutationFn: (body: RelationBody) => {
      const text = JSON.stringify(body)
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() }
      return call(deeds.createRelation, { body }, { idempotencyKey: sent.current.key })
    },
    onSuccess: () => tellRelationsChanged(queries),
  })
}

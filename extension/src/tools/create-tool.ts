import { deeds, type ToolBody } from "@casepost/shared/tools"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { call } from "../api/backend"
import { tellToolsChanged } from "./tools-changed"

/** Adds a tool to the organisation; the same words sent again, as after a lost answer, are the same deed. */
export function useCreateTool() {
  const queries = useQueryClient()
  const sent = useRef({ body: "", key: "" })
  return useMutation({
    mutationFn: (body: ToolBody) => {
      const text = JSON.stringify(body)
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() }
      return call(deeds.createTool, { body }, { idempotencyKey: sent.current.key })
    },
    onSuccess: () => tellToolsChanged(queries),
  })
}

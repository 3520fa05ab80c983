import { deeds } from "@casepost/shared/tools"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellToolsChanged } from "./tools-changed"

/** Deletes a tool for the whole organisation: its number patterns and pages go with it. */
export function useDeleteTool(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(deeds.deleteTool, { params: { id } }),
    onSuccess: () => tellToolsChanged(queries),
  })
}

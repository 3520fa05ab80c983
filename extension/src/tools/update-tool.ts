import { deeds, type Tool, type ToolBody } from "@casepost/shared/tools"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellToolsChanged } from "./tools-changed"

export type ToolChange = { id: string; body: ToolBody; version: number }

/** Changes a tool, or switches it; refused with `stale-tool` when it was changed elsewhere since `version`. */
export function useUpdateTool() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body, version }: ToolChange) =>
      call(deeds.updateTool, { params: { id }, body: { ...body, version } }),
    onSuccess: () => tellToolsChanged(queries),
  })
}

/** A tool as it is sent: what may be changed of it, and nothing else. */
export function bodyOfTool(tool: Tool): ToolBody {
  return {
    name: tool.name,
    address: tool.address,
    preset: tool.preset,
    administrationBy: tool.administrationBy,
    administrationId: tool.administrationId,
    administrationCodes: tool.administrationCodes,
    readsCases: tool.readsCases,
    marksFields: tool.marksFields,
    numberPatterns: tool.numberPatterns,
    pages: tool.pages,
    on: tool.on,
  }
}

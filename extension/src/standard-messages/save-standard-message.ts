import { deeds, type SaveStandardMessageBody } from "@casepost/shared/standard-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellStandardMessagesChanged } from "./standard-messages-changed"

export type SavedChange = { body: SaveStandardMessageBody; version: number }

/** Changes a standard message; refused with `stale-draft` when it was saved elsewhere since `version`. */
export function useSaveStandardMessage(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, version }: SavedChange) =>
      call(deeds.saveStandardMessage, { params: { id }, body: { ...body, version } }),
    onSuccess: () => tellStandardMessagesChanged(queries),
  })
}

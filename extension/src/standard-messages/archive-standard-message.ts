import { deeds } from "@casepost/shared/standard-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellStandardMessagesChanged } from "./standard-messages-changed"

/** Takes a standard message out of the chooser, or puts it back. */
export function useArchiveStandardMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, archived }: { id: string; archived: boolean }) =>
      call(deeds.archiveStandardMessage, { params: { id }, body: { archived } }),
    onSuccess: () => tellStandardMessagesChanged(queries),
  })
}

import { deeds } from "@casepost/shared/bulk-messages"
import type { DeedCall } from "@casepost/shared/contract"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { tellBulkMessage } from "../get-bulk-message"

type Change = { position: number } & NonNullable<DeedCall<typeof deeds.changeBulkCase>["body"]>

/** Takes a case out or back in, or fills in what is missing, for its message only; with `send`, it goes after all. */
export function useChangeBulkCase(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ position, ...body }: Change) => call(deeds.changeBulkCase, { params: { id, position }, body }),
    onSuccess: ({ bulkMessage }) => tellBulkMessage(queries, bulkMessage),
  })
}

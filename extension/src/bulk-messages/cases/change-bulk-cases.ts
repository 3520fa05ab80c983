import { deeds } from "@casepost/shared/bulk-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { tellBulkMessage } from "../get-bulk-message"
import { casesOf } from "./list-bulk-cases"

/** Takes all its cases out, or back in. */
export function useChangeBulkCases(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (takenOut: boolean) => call(deeds.changeBulkCases, { params: { id }, body: { takenOut } }),
    onSuccess: async message => {
      tellBulkMessage(queries, message)
      // From the top again: every row has changed.
      await queries.resetQueries({ queryKey: casesOf(id) })
    },
  })
}

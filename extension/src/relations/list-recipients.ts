import { deeds } from "@casepost/shared/relations"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** The relations of an administration and the colleagues there, all at once, so that the picker searches as one types. */
export function listRecipients(administrationId: string) {
  return queryOptions({
    queryKey: ["recipients", administrationId],
    queryFn: ({ signal }) => call(deeds.listRecipients, { params: { id: administrationId } }, { signal }),
    staleTime: 10_000,
  })
}

export function useRecipients(administrationId: string) {
  return useQuery(listRecipients(administrationId))
}

import { deeds } from "@casepost/shared/signatures"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** The signature my messages in an administration get: my own, else the administration's, else none. */
export function getSignature(administrationId: string) {
  return queryOptions({
    queryKey: ["signature", administrationId],
    queryFn: ({ signal }) => call(deeds.getSignature, { params: { id: administrationId } }, { signal }),
    staleTime: 60_000,
  })
}

export function useSignature(administrationId: string) {
  return useQuery(getSignature(administrationId))
}

import { deeds } from "@casepost/shared/tools"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** The organisation's tools, by name. */
export function listTools(organisationId: string) {
  return queryOptions({
    queryKey: ["tools", organisationId],
    queryFn: ({ signal }) => call(deeds.listTools, {}, { signal, organisationId }),
    staleTime: 60_000,
  })
}

export function useTools(organisationId: string) {
  return useQuery(listTools(organisationId))
}

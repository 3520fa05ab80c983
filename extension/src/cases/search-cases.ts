import { deeds } from "@casepost/shared/cases"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

type CaseQuery = { search: string; organisationId: string; limit?: number }

/** The cases that fit what was typed, best match first; the earlier ones stay while the next are looked up. */
export function searchCases({ search, organisationId, limit = 8 }: CaseQuery) {
  return queryOptions({
    queryKey: ["cases", organisationId, search, limit],
    queryFn: ({ signal }) => call(deeds.searchCases, { query: { search, limit } }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Asks only when something was typed. */
export function useSearchCases(query: CaseQuery) {
  return useQuery({ ...searchCases(query), enabled: query.search !== "" })
}

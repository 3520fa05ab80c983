import type { CaseRef } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/facts"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** What the placeholders of a text about a case are filled with. */
export function getFacts(caseRef: CaseRef) {
  return queryOptions({
    queryKey: ["facts", caseRef.kind, caseRef.id],
    queryFn: ({ signal }) => call(deeds.getFacts, { params: caseRef }, { signal }),
    staleTime: 30_000,
  })
}

export function useFacts(caseRef: CaseRef) {
  return useQuery(getFacts(caseRef))
}

import { type CaseRef, deeds } from "@casepost/shared/cases"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** A case with its customer's addresses and marks. */
export function getCase(caseRef: CaseRef) {
  return queryOptions({
    queryKey: ["case", caseRef.kind, caseRef.id],
    queryFn: ({ signal }) => call(deeds.getCase, { params: caseRef }, { signal }),
  })
}

export function useCase(caseRef: CaseRef) {
  return useQuery(getCase(caseRef))
}

import { type CaseSummary, deeds } from "@casepost/shared/cases"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { readTabWords } from "./search/read-tab-words"

/** The cases of the open tab: number-like words of its title, address and selection, looked up. Nothing else of it is sent. */
export function lookupCases(organisationId: string) {
  return queryOptions({
    queryKey: ["cases-of-tab", organisationId],
    queryFn: async ({ signal }): Promise<CaseSummary[]> => {
      const { shared, ...found } = await readTabWords()
      if (shared) return [await call(deeds.getCase, { params: shared }, { signal })]
      if (found.numbers.length === 0) return []
      const answer = await call(deeds.lookupCases, { body: found }, { signal })
      return answer.cases
    },
    staleTime: 60_000,
  })
}

export function useCasesOfTab(organisationId: string, isOn: boolean) {
  return useQuery({ ...lookupCases(organisationId), enabled: isOn })
}

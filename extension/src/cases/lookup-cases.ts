import { deeds } from "@casepost/shared/cases"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { numberWords } from "../host-page/finder/texts/number-words"

/** Numbers looked up at once; the API takes at most 200. */
const most = 60

/** The cases whose numbers stand in a text that somebody selected. Only its number-like words are sent. */
export function lookupCases(organisationId: string, text: string) {
  return queryOptions({
    queryKey: ["cases-of-text", organisationId, text],
    queryFn: async ({ signal }) => {
      const numbers = numberWords(text).slice(0, most)
      if (numbers.length === 0) return []
      const { cases } = await call(deeds.lookupCases, { body: { numbers } }, { signal, organisationId })
      // In the order in which they stand in the text.
      return cases.toSorted((one, other) => text.indexOf(one.found) - text.indexOf(other.found))
    },
    staleTime: 30_000,
  })
}

export function useCasesOfText(organisationId: string, text: string) {
  return useQuery(lookupCases(organisationId, text))
}

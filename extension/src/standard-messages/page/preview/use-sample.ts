import type { CaseSummary } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/cases"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { call } from "../../../api/backend"

/** The sample last looked at, by administration: another standard message is previewed with it too. */
const lastChosen = new Map<string, CaseSummary>()

/** Cases of one administration; with nothing typed those last written about, then those longest overdue. */
export function sampleCases(administrationId: string, search: string) {
  return queryOptions({
    queryKey: ["sample-cases", administrationId, search],
    queryFn: ({ signal }) => call(deeds.searchCases, { query: { administrationId, search, limit: 12 } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** The case that is previewed with: the one chosen before, else an invoice that is open, else any case. */
export function useSample(administrationId: string) {
  const [chosen, setChosen] = useState(() => lastChosen.get(administrationId))
  const first = useQuery(sampleCases(administrationId, ""))
  const cases = first.data?.cases ?? []
  return {
    sample: chosen ?? cases.find(one => one.ref.kind === "invoice") ?? cases[0],
    hasNone: first.isSuccess && cases.length === 0,
    error: first.error,
    choose: (of: CaseSummary) => {
      lastChosen.set(administrationId, of)
      setChosen(of)
    },
  }
}

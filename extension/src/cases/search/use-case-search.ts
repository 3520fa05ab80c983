import type { CaseSummary } from "@casepost/shared/cases"
import { useQueries } from "@tanstack/react-query"
import { useState } from "react"
import { useSettled } from "../../ui/fields/use-settled"
import { getCase } from "../get-case"
import { useRecentCases } from "../recent-cases"
import { useSearchCases } from "../search-cases"
import { words } from "../words"

export type CaseSearch = {
  typed: string
  write: (text: string) => void
  /** What was looked up: follows what is typed after a moment. */
  searched: string
  cases: readonly CaseSummary[]
  /** Further matches that are not in `cases`. */
  more: number
  /** What the cases are, where nothing was typed. */
  heading: string | undefined
  isLoading: boolean
  /** What is shown does not belong to what is typed yet: nothing may be written about it. */
  isSettling: boolean
  error: Error | null
  retry: () => void
}

type From = {
  organisationId: string
  /** What the page shows, offered while nothing is typed; undefined where it is not known yet. */
  ofPage?: { cases: readonly CaseSummary[]; heading: string } | undefined
  isPageAwaited?: boolean
  startWith?: string | undefined
}

/** Cases to choose from: what was typed, else those of the page, else those last looked at. */
export function useCaseSearch({ organisationId, ofPage, isPageAwaited = false, startWith = "" }: From): CaseSearch {
  const [typed, write] = useState(startWith)
  const searched = useSettled(typed.trim())
  const found = useSearchCases({ search: searched, organisationId })
  const recent = useRecent(organisationId)
  const isSearching = searched !== "" && typed.trim() !== ""
  const offered = ofPage && ofPage.cases.length > 0 ? ofPage : { cases: recent.cases, heading: words.lastLookedAt }
  return {
    typed,
    write,
    searched: isSearching ? searched : "",
    cases: isSearching ? (found.data?.cases ?? []) : isPageAwaited ? [] : offered.cases,
    more: isSearching ? (found.data?.more ?? 0) : 0,
    heading: isSearching || isPageAwaited || offered.cases.length === 0 ? undefined : offered.heading,
    isLoading: isSearching ? found.isPending : isPageAwaited || recent.isPending,
    isSettling: typed.trim() !== searched || (isSearching && found.isPlaceholderData),
    error: isSearching ? found.error : null,
    retry: () => void found.refetch(),
  }
}

function useRecent(organisationId: string): { cases: CaseSummary[]; isPending: boolean } {
  const refs = useRecentCases(organisationId)
  const read = useQueries({ queries: (refs.data ?? []).map(caseRef => ({ ...getCase(caseRef), retry: false })) })
  const cases = read.flatMap(one => (one.data ? [one.data] : []))
  return { cases, isPending: refs.isPending || read.some(one => one.isPending) }
}

import type { CaseKind } from "@casepost/shared/cases"
import { useState } from "react"
import { type OverviewMemory, useOverviewMemory } from "../../cases/overview/overview-memory"

export type PanelOverviewsState = {
  kind: CaseKind
  setKind: (kind: CaseKind) => void
  /** The filter and order of the overview that is shown, as in the address of the full tab. */
  query: string
  setQuery: (query: string) => void
  memory: OverviewMemory
}

/** Where somebody is in the overviews of the side panel: kept while a case or the inbox is looked at. */
export function usePanelOverviews(): PanelOverviewsState {
  const [kind, setKind] = useState<CaseKind>("invoice")
  const [queries, setQueries] = useState<Partial<Record<CaseKind, string>>>({})
  return {
    kind,
    setKind,
    query: queries[kind] ?? "",
    setQuery: query => setQueries({ ...queries, [kind]: query }),
    memory: useOverviewMemory(),
  }
}

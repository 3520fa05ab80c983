import type { CaseKind } from "@casepost/shared/cases"
import { useState } from "react"
import { nothing, type Selection } from "./selection/selection"

/** Where somebody was in an overview: found again after a case, the inbox or another overview was looked at. */
export type Kept = {
  /** The filter the selection belongs to. */
  filterKey: string
  selection: Selection
  /** What the place below belongs to: filter and order. */
  viewKey: string
  /** Pixels from the top. */
  top: number
  /** The row that keys move from. */
  active: number
}
export type OverviewMemory = { of: (kind: CaseKind) => Kept }

/** Kept by the surface, for as long as it is open. */
export function useOverviewMemory(): OverviewMemory {
  const [memory] = useState(makeMemory)
  return memory
}

function makeMemory(): OverviewMemory {
  const kept = new Map<CaseKind, Kept>()
  return {
    of: kind => {
      const known = kept.get(kind)
      if (known) return known
      const fresh: Kept = { filterKey: "", selection: nothing, viewKey: "", top: 0, active: 0 }
      kept.set(kind, fresh)
      return fresh
    },
  }
}

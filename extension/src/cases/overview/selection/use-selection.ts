import type { OverviewCount, OverviewFilter, OverviewRow } from "@casepost/shared/overviews"
import { useEffect, useMemo, useRef, useState } from "react"
import { showToast } from "../../../ui/feedback/toasts"
import type { OverviewMemory } from "../overview-memory"
import { words } from "../words"
import { allMatching, canTick, countTicked, isTicked, nothing, type Selection, tickRows } from "./selection"

type SelectionInput = {
  filter: OverviewFilter
  rows: readonly OverviewRow[]
  count: OverviewCount | undefined
  memory: OverviewMemory
  /** Gives the filter back that a selection was dropped for. */
  onFilter: (filter: OverviewFilter) => void
}

export type Selecting = ReturnType<typeof useSelection>

/** What is ticked: it survives sorting, loading and going elsewhere, and is dropped with a word when the filter changes. */
export function useSelection({ filter, rows, count, memory, onFilter }: SelectionInput) {
  const key = JSON.stringify(filter)
  const kept = memory.of(filter.kind)
  const [selection, setSelection] = useState<Selection>(kept.filterKey === key ? kept.selection : nothing)
  const anchor = useRef<string | undefined>(undefined)
  /** What came of ticking all that was loaded. */
  const paged = useRef<Selection | undefined>(undefined)
  const total = countTicked(selection, count)
  const isEmpty = selection.by === "ids" ? selection.ids.size === 0 : count !== undefined && total === 0
  const latest = useRef({ filter, key, selection, total })

  function change(next: Selection) {
    setSelection(next)
    Object.assign(memory.of(filter.kind), { selection: next, filterKey: key })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another filter drops what is ticked
  useEffect(() => {
    const before = latest.current
    if (before.key === key || (before.selection.by === "ids" && before.selection.ids.size === 0)) return
    change(nothing)
    anchor.current = undefined
    const restore = () => {
      Object.assign(memory.of(filter.kind), { selection: before.selection, filterKey: before.key })
      onFilter(before.filter)
    }
    showToast({
      kind: "success",
      words: words.selection.dropped(before.total),
      action: { label: words.selection.undo, onPress: restore },
    })
  }, [key])
  useEffect(() => {
    latest.current = { filter, key, selection, total }
    // The filter whose selection was dropped is back.
    const there = memory.of(filter.kind)
    if (there.filterKey === key && there.selection !== selection) setSelection(there.selection)
  })

  const isPageTicked = useMemo(
    () => rows.some(canTick) && rows.every(row => isTicked(selection, row) || !canTick(row)),
    [rows, selection],
  )
  return {
    selection,
    total,
    isEmpty,
    isPageTicked,
    isTicked: (row: OverviewRow) => isTicked(selection, row),
    /** Ticks or unticks a row, or with `range` all between the one ticked last and this one. */
    tick: (row: OverviewRow, { range = false } = {}) => {
      const on = range || !isTicked(selection, row)
      const from = range ? rows.findIndex(one => one.ref.id === anchor.current) : -1
      const to = rows.indexOf(row)
      anchor.current = row.ref.id
      const between = from < 0 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
      change(tickRows(selection, { rows: between, on }))
    },
    tickPage: () => change(isPageTicked ? nothing : tickRows(selection, { rows, on: true })),
    tickAll: () => change(allMatching),
    /** First what is loaded; asked again, all that match, whatever was loaded meanwhile. */
    tickMore: () => {
      if (isPageTicked || paged.current === selection) return change(allMatching)
      paged.current = tickRows(selection, { rows, on: true })
      if (paged.current.ids.size > 0) change(paged.current)
    },
    clear: () => {
      anchor.current = undefined
      change(nothing)
    },
  }
}

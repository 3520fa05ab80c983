import type { OverviewRow } from "@casepost/shared/overviews"
import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { hasEnded } from "../../../api/use-first-page"
import { type OverviewView, readOverview, readPage } from "../read-overview"

type Page = { rows: OverviewRow[]; nextCursor: string | null }
type Pages = InfiniteData<Page, string>

type NewRows = {
  organisationId: string
  view: OverviewView
  /** The page that is in sight, from 0. */
  place: number
  isOn: boolean
  /** Nobody points at a row: a list in a new order may take the place of the old one. */
  isFree: () => boolean
}

/**
 * Reads the page in sight again now and then. What changed in a row changes where it stands; rows that came, went or moved are
 * only told of (`hasChanged`), until `show` is asked for or nobody points at the list.
 */
export function useNewRows({ organisationId, view, place, isOn, isFree }: NewRows) {
  const queries = useQueryClient()
  const { queryKey } = readOverview(organisationId, view)
  const known = queries.getQueryState<Pages>(queryKey)
  const cursor = known?.data?.pageParams[place] ?? ""
  const [hasChanged, setChanged] = useState(false)
  const key = JSON.stringify(queryKey)
  const fresh = useQuery({
    queryKey: ["overview-page", ...queryKey, cursor],
    queryFn: ({ signal }) => readPage(view, { cursor, signal }),
    enabled: isOn,
    initialData: known?.data?.pages[place],
    initialDataUpdatedAt: known?.dataUpdatedAt ?? 0,
    refetchInterval: query => (hasEnded(query.state.error) ? false : 10_000),
    gcTime: 0,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has changed in nothing yet
  useEffect(() => setChanged(false), [key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer is a reason to look
  useEffect(() => {
    const old = queries.getQueryData<Pages>(queryKey)
    if (!isOn || !fresh.data || !old?.pages[place] || old.pageParams[place] !== cursor) return
    queries.setQueryData<Pages>(queryKey, withRows(old, fresh.data.rows))
    if (namesOf(old.pages[place]) === namesOf(fresh.data)) return
    if (place === 0 && isFree()) showFirst(fresh.data)
    else setChanged(true)
  }, [fresh.data])

  function showFirst(page: Page) {
    setChanged(false)
    queries.setQueryData<Pages>(queryKey, { pages: [page], pageParams: [""] })
  }
  return {
    hasChanged,
    /** Begins again at the top. */
    show: async () => {
      const ends = new AbortController()
      showFirst(await readPage(view, { cursor: "", signal: ends.signal }))
    },
  }
}

/** The same rows in the same places, each as it is now. */
function withRows(old: Pages, rows: readonly OverviewRow[]): Pages {
  const now = new Map(rows.map(row => [row.ref.id, row]))
  let isSame = true
  const pages = old.pages.map(page => {
    if (!page.rows.some(row => isOther(row, now.get(row.ref.id)))) return page
    isSame = false
    return { ...page, rows: page.rows.map(row => now.get(row.ref.id) ?? row) }
  })
  return isSame ? old : { ...old, pages }
}

function isOther(row: OverviewRow, now: OverviewRow | undefined): boolean {
  return now !== undefined && now !== row && JSON.stringify(now) !== JSON.stringify(row)
}

function namesOf(page: Page): string {
  return page.rows.map(row => row.ref.id).join()
}

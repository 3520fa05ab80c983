import { deeds, type OverviewFilter, type OverviewRow, type overviewSorts } from "@casepost/shared/overviews"
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query"
import { call } from "../../api/backend"

export type OverviewSort = (typeof overviewSorts)[number]
/** What an overview shows: which cases, in which order. */
export type OverviewView = { filter: OverviewFilter; sort: OverviewSort; descending: boolean }

/** Rows read at a time: as many as the deed gives. */
const pageRows = 100

/**
 * The cases that fit, page by page. It is never read again by itself: rows that move under the pointer are told of by
 * `useNewRows`. What stands there stays until the next order or filter has come.
 */
export function readOverview(organisationId: string, view: OverviewView) {
  return infiniteQueryOptions({
    queryKey: ["overview", organisationId, view] as const,
    queryFn: ({ pageParam, signal }) => readPage(view, { cursor: pageParam, signal }),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    // Comparing a hundred thousand rows with themselves at every page costs more than the page.
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: (previous, query) =>
      query?.queryKey[1] === organisationId && query.queryKey[2].filter.kind === view.filter.kind
        ? previous
        : undefined,
  })
}

export function readPage(view: OverviewView, { cursor, signal }: { cursor: string; signal: AbortSignal }) {
  const body = { ...view, limit: pageRows, ...(cursor ? { cursor } : {}) }
  return call(deeds.readOverview, { body }, { signal })
}

export type Overview = ReturnType<typeof useOverview>

export function useOverview(organisationId: string, view: OverviewView) {
  const read = useInfiniteQuery(readOverview(organisationId, view))
  return { ...read, rows: rowsOf(read.data?.pages) }
}

const flattened = new WeakMap<object, OverviewRow[]>()

/** All rows of all pages, put together once a change: there may be a hundred thousand. */
function rowsOf(pages: { rows: OverviewRow[] }[] | undefined): OverviewRow[] {
  if (!pages) return []
  const known = flattened.get(pages)
  if (known) return known
  const rows = pages.flatMap(page => page.rows)
  flattened.set(pages, rows)
  return rows
}

import { type BulkCase, type BulkMessage, deeds } from "@casepost/shared/bulk-messages"
import type { DeedAnswer, DeedCall } from "@casepost/shared/contract"
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { call } from "../../api/backend"

export type Shown = NonNullable<NonNullable<DeedCall<typeof deeds.listBulkCases>["query"]>["show"]>
export type Page = DeedAnswer<typeof deeds.listBulkCases>
type Asked = { show: Shown; cursor: string; signal: AbortSignal }

export function casesOf(id: string) {
  return ["bulk-cases", id] as const
}

export function readCases(id: string, { show, cursor, signal }: Asked): Promise<Page> {
  const query = { show, limit: 100, ...(cursor ? { cursor } : {}) }
  return call(deeds.listBulkCases, { params: { id }, query }, { signal })
}

/** Its cases, or those in one state, a hundred at a time in the order they were chosen. */
export function listBulkCases(id: string, show: Shown) {
  return infiniteQueryOptions({
    queryKey: [...casesOf(id), show],
    queryFn: ({ pageParam, signal }) => readCases(id, { show, cursor: pageParam, signal }),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // Thousands of rows are not read anew because a window got the focus: `useFreshCases` keeps up those in sight.
    refetchOnWindowFocus: false,
    staleTime: 2_000,
  })
}

export function useBulkCases(message: BulkMessage, show: Shown) {
  const list = useInfiniteQuery(listBulkCases(message.id, show))
  const cases = useMemo(() => onceEach(list.data?.pages ?? []), [list.data])
  return { ...list, cases }
}

/** A case that moved from one page to another between two requests stands in both. */
function onceEach(pages: readonly Page[]): BulkCase[] {
  return [...new Map(pages.flatMap(page => page.cases).map(one => [one.position, one])).values()]
}

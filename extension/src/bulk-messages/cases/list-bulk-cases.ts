import { type BulkMessage, deeds } from "@casepost/shared/bulk-messages"
import type { DeedCall } from "@casepost/shared/contract"
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { call } from "../../api/backend"

export type Shown = NonNullable<NonNullable<DeedCall<typeof deeds.listBulkCases>["query"]>["show"]>

/** Its cases, or those in one state, a hundred at a time in the order they were chosen. */
export function listBulkCases(id: string, show: Shown) {
  return infiniteQueryOptions({
    queryKey: ["bulk-cases", id, show],
    queryFn: ({ pageParam, signal }) =>
      call(
        deeds.listBulkCases,
        { params: { id }, query: { show, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Kept up while the bulk message runs: what has changed in its figures is read anew in the list. */
export function useBulkCases(message: BulkMessage, show: Shown) {
  const list = useInfiniteQuery(listBulkCases(message.id, show))
  return { ...list, cases: list.data?.pages.flatMap(page => page.cases) ?? [] }
}

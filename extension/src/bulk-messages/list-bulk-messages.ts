import { deeds } from "@casepost/shared/bulk-messages"
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { hasEnded } from "../api/use-first-page"
import { pauseUntilNext } from "./polling"

export type BulkSort = "newest" | "oldest"
type Listed = { sort: BulkSort; drafts?: boolean }

/** The bulk messages of everybody in one's administrations, or one's own drafts. */
export function listBulkMessages({ sort, drafts = false }: Listed) {
  return infiniteQueryOptions({
    queryKey: ["bulk-messages", sort, drafts],
    queryFn: ({ pageParam, signal }) =>
      call(
        deeds.listBulkMessages,
        { query: { sort, drafts: drafts ? "true" : "false", ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** With the figures of what runs kept up, calmly, while the page is in sight. */
export function useBulkMessages(listed: Listed) {
  const list = useInfiniteQuery({
    ...listBulkMessages(listed),
    refetchInterval: query => {
      if (hasEnded(query.state.error)) return false
      const messages = query.state.data?.pages.flatMap(page => page.bulkMessages) ?? []
      const isRunning = messages.some(message => pauseUntilNext(message) !== false)
      return isRunning ? 4_000 : 30_000
    },
  })
  return { ...list, messages: list.data?.pages.flatMap(page => page.bulkMessages) ?? [] }
}

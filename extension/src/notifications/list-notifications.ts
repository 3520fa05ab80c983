import { deeds } from "@casepost/shared/notifications"
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { hasEnded } from "../api/use-first-page"

/** How often they are looked for while the page is visible, in milliseconds: as often as the number on the toolbar icon. */
const often = 60_000

/** What I am told in an organisation, newest first, page by page. */
export function listNotifications(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ["notifications", organisationId],
    queryFn: ({ pageParam, signal }) =>
      call(deeds.listNotifications, { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor,
    refetchInterval: query => (hasEnded(query.state.error) ? false : often),
  })
}

/** The notifications that were read so far, and how many of all are unread. */
export function useNotifications(organisationId: string) {
  const read = useInfiniteQuery(listNotifications(organisationId))
  return {
    ...read,
    notifications: read.data?.pages.flatMap(page => page.notifications) ?? [],
    unread: read.data?.pages[0]?.unread ?? 0,
  }
}

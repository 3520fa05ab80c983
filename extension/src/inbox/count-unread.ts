import { deeds } from "@casepost/shared/inbox"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { hasEnded } from "../api/use-first-page"

/** How many conversations have something unread, at most 100. */
export function countUnread(organisationId: string) {
  return queryOptions({
    queryKey: ["unread", organisationId],
    queryFn: ({ signal }) => call(deeds.countUnread, {}, { signal }),
    refetchInterval: query => (hasEnded(query.state.error) ? false : 4_000),
  })
}

export function useUnread(organisationId: string): number {
  return useQuery(countUnread(organisationId)).data?.unread ?? 0
}

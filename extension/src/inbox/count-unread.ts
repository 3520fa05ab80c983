import { deeds } from "@casepost/shared/inbox"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** How many conversations have something unread, at most 100. */
export function countUnread(organisationId: string) {
  return queryOptions({
    queryKey: ["unread", organisationId],
    queryFn: ({ signal }) => call(deeds.countUnread, {}, { signal }),
    refetchInterval: 4_000,
  })
}

export function useUnread(organisationId: string): number {
  return useQuery(countUnread(organisationId)).data?.unread ?? 0
}

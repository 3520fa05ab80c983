import type { CaseKind } from "@casepost/shared/cases"
import { deeds, type InboxSort } from "@casepost/shared/inbox"
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { useFirstPage } from "../api/use-first-page"

export type InboxFilter = {
  search: string
  administrationId?: string | undefined
  caseKind?: CaseKind | undefined
  read?: "read" | "unread" | undefined
  sort: InboxSort
}

/** Conversations of an organisation that one may see, page by page. */
export function listInbox(organisationId: string, filter: InboxFilter) {
  return infiniteQueryOptions({
    queryKey: ["inbox", organisationId, filter],
    queryFn: ({ pageParam, signal }) =>
      call(deeds.listInbox, { query: { ...queryOf(filter), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** The inbox, with what is new within seconds while the page is visible. */
export function useInbox(organisationId: string, filter: InboxFilter) {
  const options = listInbox(organisationId, filter)
  const inbox = useInfiniteQuery(options)
  useFirstPage({
    queryKey: options.queryKey,
    read: async signal => JSON.stringify(await call(deeds.listInbox, { query: queryOf(filter) }, { signal })),
    isOn: inbox.isSuccess,
  })
  return { ...inbox, conversations: inbox.data?.pages.flatMap(page => page.conversations) ?? [] }
}

function queryOf({ search, ...filter }: InboxFilter) {
  return { ...filter, ...(search ? { search } : {}) }
}

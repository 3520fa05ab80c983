import { deeds } from "@casepost/shared/standard-messages"
import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import { call } from "../api/backend"

export type StandardMessageFilter = { search: string; isArchived: boolean }

/** All of an administration, last used first: whoever chooses searches in them as one types. `filter`: as the settings page searches, in the texts too. */
export function listStandardMessages(administrationId: string, filter: Partial<StandardMessageFilter> = {}) {
  const { search = "", isArchived = false } = filter
  return queryOptions({
    queryKey: ["standard-messages", "list", administrationId, search, isArchived],
    queryFn: ({ signal }) =>
      call(
        deeds.listStandardMessages,
        { query: { administrationId, search, archived: isArchived ? "true" : "false" } },
        { signal },
      ),
    // Of another administration nothing stays on screen.
    placeholderData: (before, query) =>
      query?.queryKey[2] === administrationId ? keepPreviousData(before) : undefined,
  })
}

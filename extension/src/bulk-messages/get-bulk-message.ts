import { type BulkMessage, deeds } from "@casepost/shared/bulk-messages"
import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { hasEnded } from "../api/use-first-page"
import { pauseUntilNext } from "./polling"

/** A bulk message with its figures of this moment. */
export function getBulkMessage(id: string) {
  return queryOptions({
    queryKey: ["bulk-message", id],
    queryFn: ({ signal }) => call(deeds.getBulkMessage, { params: { id } }, { signal }),
  })
}

/** Asks again while something happens to it and the page is in sight. */
export function useBulkMessage(id: string) {
  return useQuery({
    ...getBulkMessage(id),
    refetchInterval: query => (hasEnded(query.state.error) ? false : pauseUntilNext(query.state.data)),
  })
}

/** Takes in what the backend answered to a deed, and reads anew what follows from it. */
export function tellBulkMessage(queries: QueryClient, message: BulkMessage): void {
  queries.setQueryData(getBulkMessage(message.id).queryKey, message)
  void queries.invalidateQueries({ queryKey: ["bulk-cases", message.id], refetchType: "none" })
  void queries.invalidateQueries({ queryKey: ["bulk-preview", message.id] })
  void queries.invalidateQueries({ queryKey: ["bulk-messages"] })
}

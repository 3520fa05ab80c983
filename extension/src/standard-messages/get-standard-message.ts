import { deeds } from "@casepost/shared/standard-messages"
import { queryOptions } from "@tanstack/react-query"
import { call } from "../api/backend"

/** One standard message with its texts, default recipients and files, as it is now. */
export function getStandardMessage(id: string) {
  return queryOptions({
    queryKey: ["standard-messages", "one", id],
    queryFn: ({ signal }) => call(deeds.getStandardMessage, { params: { id } }, { signal }),
    staleTime: 0,
    gcTime: 0,
    // Read again under somebody who writes, the text would come from elsewhere without a word.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

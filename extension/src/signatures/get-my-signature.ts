import { deeds } from "@casepost/shared/signatures"
import { queryOptions } from "@tanstack/react-query"
import { call } from "../api/backend"

/** My own signature in the organisation on screen. */
export const getMySignature = queryOptions({
  queryKey: ["my-signature"],
  queryFn: ({ signal }) => call(deeds.getMySignature, {}, { signal }),
  refetchOnWindowFocus: false,
})

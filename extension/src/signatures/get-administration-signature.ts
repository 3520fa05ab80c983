import { deeds } from "@casepost/shared/signatures"
import { queryOptions } from "@tanstack/react-query"
import { call } from "../api/backend"

/** An administration's own signature, for messages of users without one. */
export function getAdministrationSignature(id: string) {
  return queryOptions({
    queryKey: ["administration-signature", id],
    queryFn: ({ signal }) => call(deeds.getAdministrationSignature, { params: { id } }, { signal }),
    refetchOnWindowFocus: false,
  })
}

import { deeds } from "@casepost/shared/portal"
import { useMutation } from "@tanstack/react-query"
import { call } from "../api/backend"

/** Closes the portal to every link mailed about a customer so far. @throws Refusal */
export function revokePortalLinks(customerId: string) {
  return call(deeds.revokePortalLinks, { params: { id: customerId } })
}

export function useRevokePortalLinks(customerId: string) {
  return useMutation({ mutationFn: () => revokePortalLinks(customerId) })
}

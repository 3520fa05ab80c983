import { deeds } from "@casepost/shared/tools"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { readPolicy } from "../api/policy"
import { withPolicyTools } from "./policy-tools"

/** The organisation's tools, by name, and after them those of this computer's policy. */
export function listTools(organisationId: string) {
  return queryOptions({
    queryKey: ["tools", organisationId],
    queryFn: async ({ signal }) => {
      const [{ tools }, policy] = await Promise.all([
        call(deeds.listTools, {}, { signal, organisationId }),
        readPolicy(),
      ])
      return { tools: withPolicyTools(tools, policy) }
    },
    staleTime: 60_000,
  })
}

export function useTools(organisationId: string) {
  return useQuery(listTools(organisationId))
}

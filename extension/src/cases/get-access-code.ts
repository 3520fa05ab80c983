import { deeds } from "@casepost/shared/cases"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** The code with which a customer without a link gets into the portal. */
export function getAccessCode(customerId: string) {
  return queryOptions({
    queryKey: ["access-code", customerId],
    queryFn: ({ signal }) => call(deeds.getAccessCode, { params: { id: customerId } }, { signal }),
    gcTime: 0,
  })
}

export function useAccessCode(customerId: string, isOn: boolean) {
  return useQuery({ ...getAccessCode(customerId), enabled: isOn })
}

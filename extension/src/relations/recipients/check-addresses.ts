import type { CaseRef } from "@casepost/shared/cases"
import { type AddressCheck, deeds, mostRecipients } from "@casepost/shared/messages"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { call } from "../../api/backend"

/** What is known about addresses, seen from a case: whose they are, whether they still take mail. */
export function checkAddresses(caseRef: CaseRef, addresses: readonly string[]) {
  const asked = [...new Set(addresses)].sort().slice(0, mostRecipients)
  return queryOptions({
    queryKey: ["addresses", caseRef.kind, caseRef.id, asked],
    queryFn: ({ signal }) => call(deeds.checkAddresses, { body: { caseRef, addresses: asked } }, { signal }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    // An address may have bounced since the last message was written.
    refetchOnMount: "always",
  })
}

export type AddressChecks = ReadonlyMap<string, AddressCheck>

export function useAddressChecks(caseRef: CaseRef, addresses: readonly string[]): AddressChecks {
  const known = useQuery(checkAddresses(caseRef, addresses))
  return useMemo(() => new Map(known.data?.addresses.map(check => [check.address, check])), [known.data])
}

import { type CaseRef, deeds } from "@casepost/shared/cases"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"

/** Records a customer's general address; an import does not overwrite it until its own value changes. @throws Refusal */
export function correctAddress(customerId: string, generalAddress: string) {
  return call(deeds.correctAddress, { params: { id: customerId }, body: { generalAddress } })
}

export function useCorrectAddress(customerId: string, seenFrom: CaseRef) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (address: string) => correctAddress(customerId, address),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["case", seenFrom.kind, seenFrom.id] }),
        queries.invalidateQueries({ queryKey: ["addresses"] }),
      ]),
  })
}

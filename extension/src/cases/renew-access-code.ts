import { deeds } from "@casepost/shared/cases"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { getAccessCode } from "./get-access-code"

/** Makes a new code; the old one stops working at once. @throws Refusal */
export function renewAccessCode(customerId: string) {
  return call(deeds.renewAccessCode, { params: { id: customerId } })
}

export function useRenewAccessCode(customerId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => renewAccessCode(customerId),
    onSuccess: answer => queries.setQueryData(getAccessCode(customerId).queryKey, answer),
  })
}

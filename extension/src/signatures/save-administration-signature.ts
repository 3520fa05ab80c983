import { deeds } from "@casepost/shared/signatures"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { getAdministrationSignature } from "./get-administration-signature"
import type { SignatureChange } from "./signature-change"

/** Changes the signature of an administration. */
export function useSaveAdministrationSignature(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SignatureChange) => call(deeds.saveAdministrationSignature, { params: { id }, body }),
    onSuccess: async answer => {
      queries.setQueryData(getAdministrationSignature(id).queryKey, answer)
      await queries.invalidateQueries({ queryKey: ["signature"] })
    },
  })
}

import { deeds } from "@casepost/shared/signatures"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { getMySignature } from "./get-my-signature"
import type { SignatureChange } from "./signature-change"

/** Changes my own signature; messages that are written show it at once. */
export function useSaveMySignature() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SignatureChange) => call(deeds.saveMySignature, { body }),
    onSuccess: async answer => {
      queries.setQueryData(getMySignature.queryKey, answer)
      await queries.invalidateQueries({ queryKey: ["signature"] })
    },
  })
}

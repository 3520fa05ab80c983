import { deeds } from "@casepost/shared/relations"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellRelationsChanged } from "./relations-changed"

/** Deletes a relation. `isConfirmed`: what uses it was named. */
export function useDeleteRelation(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (isConfirmed: boolean) =>
      call(deeds.deleteRelation, { params: { id }, query: { confirmed: isConfirmed ? "true" : "false" } }),
    onSuccess: () => tellRelationsChanged(queries),
  })
}

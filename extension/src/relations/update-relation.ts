import { deeds, type RelationBody } from "@casepost/shared/relations"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellRelationsChanged } from "./relations-changed"

/** Changes a relation's name, address and administrations. */
export function useUpdateRelation(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RelationBody) => call(deeds.updateRelation, { params: { id }, body }),
    onSuccess: () => tellRelationsChanged(queries),
  })
}

import { deeds } from "@casepost/shared/relations"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellRelationsChanged } from "./relations-changed"

/** Asks what importing a file would do, line by line; nothing is changed yet. */
export function useCheckRelations() {
  return useMutation({
    mutationFn: (contentBase64: string) => call(deeds.checkRelationImport, { body: { contentBase64 } }),
  })
}

/** Imports a file of relations: refused lines are left out, none is deleted. */
export function useImportRelations() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (contentBase64: string) => call(deeds.importRelations, { body: { contentBase64 } }),
    onSuccess: () => tellRelationsChanged(queries),
  })
}

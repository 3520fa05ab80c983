import { deeds, type Import } from "@casepost/shared/imports"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"

/** Carries out an import that was checked. */
export function useConfirmImport(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (closeMany: boolean) => call(deeds.confirmImport, { params: { id }, body: { closeMany } }),
    onSuccess: answer => {
      queries.setQueryData(["import", id], answer)
      return queries.invalidateQueries({ queryKey: ["imports", answer.administrationId] })
    },
  })
}

/** An import as it goes on: asked every second until it is done. */
export function useImport(checked: Import) {
  return useQuery({
    queryKey: ["import", checked.id],
    queryFn: ({ signal }) => call(deeds.getImport, { params: { id: checked.id } }, { signal }),
    initialData: checked,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: query => (query.state.data?.state === "running" ? 1000 : false),
  })
}

import { deeds } from "@casepost/shared/relations"
import { useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

/** What would lose the relation if it were deleted, read anew every time it is asked. */
export function useRelationUses(id: string) {
  return useQuery({
    queryKey: ["relation-uses", id],
    queryFn: ({ signal }) => call(deeds.listRelationUses, { params: { id } }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import { deeds, type RelationSort } from "@casepost/shared/relations"
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import { call } from "../api/backend"

/** What the list is narrowed to. `administrationId`: of one administration, `nowhere`, or all when left out. */
export type RelationFilter = { search: string; sort: RelationSort; administrationId?: string | undefined }

/** The relations of the organisation, fifty at a time; what stands there stays until the new answer has come. */
export function listRelations({ search, sort, administrationId }: RelationFilter) {
  return infiniteQueryOptions({
    queryKey: ["relations", "list", search, sort, administrationId],
    queryFn: ({ pageParam, signal }) =>
      call(
        deeds.listRelations,
        {
          query: {
            limit: 50,
            sort,
            ...(search ? { search } : {}),
            ...(administrationId ? { administrationId } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** The relation that has an address already, other than the one being changed; asked once the address is complete. */
export function findRelation(typed: string, { except }: { except: string | undefined }) {
  const address = normaliseAddress(typed)
  return queryOptions({
    queryKey: ["relations", "address", address],
    queryFn: async ({ signal }) => {
      const found = await call(deeds.listRelations, { query: { search: address, limit: 20 } }, { signal })
      return found.relations.find(relation => relation.address === address) ?? null
    },
    select: found => (found?.id === except ? null : found),
    enabled: isAddress(address),
  })
}

/** One relation, as it is now. */
export function getRelation(id: string) {
  return queryOptions({
    queryKey: ["relations", "one", id],
    queryFn: ({ signal }) => call(deeds.getRelation, { params: { id } }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

import { deeds, type OverviewFilter } from "@casepost/shared/overviews"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { hasEnded } from "../../api/use-first-page"

/** How many cases fit, what is open in them, and how old that is; asked again now and then while in sight. */
export function countOverview(organisationId: string, filter: OverviewFilter) {
  return queryOptions({
    queryKey: ["overview-count", organisationId, filter],
    queryFn: ({ signal }) => call(deeds.countOverview, { body: { filter } }, { signal }),
    refetchInterval: query => (hasEnded(query.state.error) ? false : 20_000),
  })
}

/** While the next filter is being counted, `isPlaceholderData` says that the figures are still the last one's. */
export function useOverviewCount(organisationId: string, filter: OverviewFilter) {
  return useQuery({ ...countOverview(organisationId, filter), placeholderData: keepPreviousData })
}

import { deeds } from "@casepost/shared/organisations"
import { useQuery } from "@tanstack/react-query"
import { call } from "../../../api/backend"

/** How many open cases each administration has, which tells two of them apart; empty until it is known. */
export function useOpenCases(): ReadonlyMap<string, number> {
  const read = useQuery({
    queryKey: ["administrations", "open-cases"],
    queryFn: ({ signal }) => call(deeds.listAdministrations, { query: { openCases: "true" } }, { signal }),
    staleTime: 60_000,
  })
  return new Map(
    read.data?.administrations.flatMap(({ id, openCases }) => (openCases === null ? [] : [[id, openCases]])),
  )
}

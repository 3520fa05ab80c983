import { type BulkMessage, bulkChecks } from "@casepost/shared/bulk-messages"
import { type Filter, FilterPills } from "../rows/filter-pills"
import { words } from "../words"

export const checkFilters = ["all", ...bulkChecks, "taken-out"] as const
export type CheckFilter = (typeof checkFilters)[number]

type CheckFiltersProps = { message: BulkMessage; chosen: CheckFilter; onChoose: (filter: CheckFilter) => void }

/** All cases, or those that stand in one way; ways that no case stands in are left away. */
export function CheckFilters({ message, chosen, onChoose }: CheckFiltersProps) {
  const filters: Filter<CheckFilter>[] = checkFilters
    .map(id => ({ id, name: words.filters[id], count: countOf(message, id) }))
    .filter(({ id, count }) => id === "all" || id === chosen || count > 0)
  return <FilterPills label={words.running.show} filters={filters} chosen={chosen} onChoose={onChoose} />
}

export function countOf({ total, checks }: BulkMessage, filter: CheckFilter): number {
  return filter === "all" ? total : (checks[filter] ?? 0)
}

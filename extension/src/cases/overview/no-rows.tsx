import type { OverviewFilter } from "@casepost/shared/overviews"
import { FileUp, SearchX } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { NotLoaded } from "../../ui/lists/not-loaded"
import { LaterRows } from "./list/later-rows"
import { isNarrowed, readView } from "./overview-place"
import type { Overview } from "./read-overview"
import { words } from "./words"

type NoRowsProps = {
  overview: Overview
  look: "wide" | "compact"
  filter: OverviewFilter
  onFilter: (filter: Partial<OverviewFilter>) => void
  onImport?: (() => void) | undefined
}

/** What stands where no rows are: they are coming, could not be loaded, or there are none, with the next step. */
export function NoRows({ overview, look, filter, onFilter, onImport }: NoRowsProps) {
  const { kind } = filter
  if (overview.isPending || overview.isPlaceholderData) return <LaterRows rows={14} look={look} />
  if (overview.isError)
    return <NotLoaded title={words.notLoaded} why={overview.error.message} onRetry={() => void overview.refetch()} />
  if (!isNarrowed(filter))
    return (
      <EmptyState
        icon={SearchX}
        title={words.noneOpen[kind]}
        action={<Button onPress={() => onFilter({ state: "any" })}>{words.showSettled}</Button>}
      >
        {words.noneOpenMore}
      </EmptyState>
    )
  if (!isNarrowed({ ...filter, state: "open" }) && filter.state === "any")
    return (
      <EmptyState
        icon={FileUp}
        title={words.none[kind]}
        action={onImport && <Button onPress={onImport}>{words.importData}</Button>}
      >
        {words.noneMore}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={SearchX}
      title={words.noneFound}
      action={<Button onPress={() => onFilter(readView(kind, "").filter)}>{words.clearFilters}</Button>}
    >
      {words.noneFoundMore}
    </EmptyState>
  )
}

import type { OverviewCount, OverviewFilter, OverviewRow } from "@casepost/shared/overviews"

/** Which cases are ticked: some by their ids, or all that match the filter less those that were unticked. */
export type Selection = { by: "ids" | "filter"; ids: ReadonlySet<string> }
/** What a bulk message is opened with, as the contract has it. */
export type ChosenCases =
  | { by: "ids"; kind: OverviewFilter["kind"]; ids: string[] }
  | { by: "filter"; filter: OverviewFilter; except: string[] }

export const nothing: Selection = { by: "ids", ids: new Set() }
export const allMatching: Selection = { by: "filter", ids: new Set() }

/** Cases whose customer is not to be messaged, or where one may not send, are never ticked. */
export function canTick(row: Pick<OverviewRow, "mayMessage" | "doNotMessage">): boolean {
  return row.mayMessage && row.doNotMessage === null
}

export function isTicked(selection: Selection, row: OverviewRow): boolean {
  if (!canTick(row)) return false
  return selection.by === "ids" ? selection.ids.has(row.ref.id) : !selection.ids.has(row.ref.id)
}

/** Ticks or unticks rows; those that cannot be ticked stay as they are. */
export function tickRows(selection: Selection, { rows, on }: { rows: readonly OverviewRow[]; on: boolean }): Selection {
  const ids = new Set(selection.ids)
  for (const row of rows) {
    if (!canTick(row)) continue
    if (on === (selection.by === "ids")) ids.add(row.ref.id)
    else ids.delete(row.ref.id)
  }
  return { by: selection.by, ids }
}

type Counted = Pick<OverviewCount, "matching" | "doNotMessage" | "noRight">

/** How many get a message; of a filter only once that was counted. */
export function countTicked(selection: Selection, count: Counted | undefined): number {
  if (selection.by === "ids") return selection.ids.size
  return Math.max(0, tickable(count) - selection.ids.size)
}

/** How many of those matching can be ticked. */
export function tickable(count: Counted | undefined): number {
  return count ? Math.max(0, count.matching - count.doNotMessage - count.noRight) : 0
}

export function chosenCases(selection: Selection, filter: OverviewFilter): ChosenCases {
  return selection.by === "ids"
    ? { by: "ids", kind: filter.kind, ids: [...selection.ids] }
    : { by: "filter", filter, except: [...selection.ids] }
}

import type { OverviewFilter } from "@casepost/shared/overviews"
import { words } from "../words"

const said = words.filter

/** A filter that is narrowed by a value which is asked for. */
export type AskedPart = "administrations" | "overdue" | "due" | "amount" | "silent"
export type FilterPart = AskedPart | "state" | "matter" | "noAddress" | "marks"
type Administration = { id: string; name: string }

/** What a filter that is set says, or undefined while it is not set. */
export function partInWords(
  part: FilterPart,
  { filter, administrations }: { filter: OverviewFilter; administrations: readonly Administration[] },
): string | undefined {
  const given = {
    administrations: () => {
      const chosen = administrations.filter(({ id }) => filter.administrationIds.includes(id))
      if (filter.administrationIds.length === 0) return undefined
      return chosen.length === 1 ? chosen[0]?.name : said.administrations(filter.administrationIds.length)
    },
    state: () => (filter.state === "any" ? undefined : said.states[filter.state]),
    overdue: () => (filter.overdueDays === null ? undefined : said.overdue(filter.overdueDays)),
    due: () => (filter.dueWithinDays === null ? undefined : said.due(filter.dueWithinDays)),
    amount: () =>
      filter.openFrom === null && filter.openTo === null ? undefined : said.amount(filter.openFrom, filter.openTo),
    silent: () => (filter.notMessagedDays === null ? undefined : said.silent(filter.notMessagedDays)),
    matter: () => (filter.inMatter === "any" ? undefined : said.matters[filter.inMatter]),
    noAddress: () => (filter.noAddress ? said.noAddress : undefined),
    marks: () => (filter.doNotMessage === "any" ? undefined : said.marks[filter.doNotMessage]),
  }
  return given[part]()
}

/** What takes a filter away. */
export const without: Record<FilterPart, Partial<OverviewFilter>> = {
  administrations: { administrationIds: [] },
  state: { state: "any" },
  overdue: { overdueDays: null },
  due: { dueWithinDays: null },
  amount: { openFrom: null, openTo: null },
  silent: { notMessagedDays: null },
  matter: { inMatter: "any" },
  noAddress: { noAddress: false },
  marks: { doNotMessage: "any" },
}

/** In the order they stand. */
export const filterParts: readonly FilterPart[] = [
  "administrations",
  "state",
  "overdue",
  "due",
  "amount",
  "silent",
  "matter",
  "noAddress",
  "marks",
]

export function isAsked(part: FilterPart): part is AskedPart {
  return part !== "state" && part !== "matter" && part !== "noAddress" && part !== "marks"
}

import { Amount, type CaseKind } from "@casepost/shared/cases"
import { Id } from "@casepost/shared/contract"
import { OverviewFilter, overviewSorts } from "@casepost/shared/overviews"
import * as z from "zod"
import type { OverviewView } from "./read-overview"

const days = z.coerce.number().int().min(0).max(36_500).nullable().catch(null)
const amount = Amount.nullable().catch(null)
const ids = z.array(Id).max(100).catch([])

/** An overview's filter and order from the address of the page; what cannot be understood is left out. */
export function readView(kind: CaseKind, query: string): OverviewView {
  const given = new URLSearchParams(query)
  const shape = OverviewFilter.shape
  const sort = given.get("sort") ?? "-overdue"
  const by = z.enum(overviewSorts).safeParse(sort.replace(/^-/, ""))
  return {
    filter: {
      kind,
      administrationIds: ids.parse((given.get("administration") ?? "").split(",").filter(Boolean)),
      search: (given.get("q") ?? "").trim().slice(0, 200),
      state: shape.state.catch("open").parse(given.get("state") ?? "open"),
      overdueDays: days.parse(given.get("overdue")),
      dueWithinDays: days.parse(given.get("due")),
      openFrom: amount.parse(given.get("from")),
      openTo: amount.parse(given.get("to")),
      notMessagedDays: days.parse(given.get("silent")) || null,
      unread: given.has("unread"),
      notDelivered: given.has("failed"),
      noAddress: given.has("no-address"),
      inMatter: shape.inMatter.catch("any").parse(given.get("matter") ?? "any"),
      doNotMessage: shape.doNotMessage.catch("any").parse(given.get("marked") ?? "any"),
    },
    sort: by.success ? by.data : "overdue",
    descending: by.success ? sort.startsWith("-") : true,
  }
}

/** The same as a query, without what is as always: `q=jansen&overdue=20`. */
export function writeView({ filter, sort, descending }: OverviewView): string {
  const order = `${descending ? "-" : ""}${sort}`
  const parts: Record<string, string | number | null> = {
    q: filter.search || null,
    administration: filter.administrationIds.join(",") || null,
    state: filter.state === "open" ? null : filter.state,
    overdue: filter.overdueDays,
    due: filter.dueWithinDays,
    from: filter.openFrom,
    to: filter.openTo,
    silent: filter.notMessagedDays,
    unread: filter.unread ? 1 : null,
    failed: filter.notDelivered ? 1 : null,
    "no-address": filter.noAddress ? 1 : null,
    matter: filter.inMatter === "any" ? null : filter.inMatter,
    marked: filter.doNotMessage === "any" ? null : filter.doNotMessage,
    sort: order === "-overdue" ? null : order,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value !== null) query.set(name, String(value))
  return query.toString()
}

/** Whether search or filters make it other than what an overview begins with: all that is open. */
export function isNarrowed(filter: OverviewFilter): boolean {
  return writeView({ filter, sort: "overdue", descending: true }) !== ""
}

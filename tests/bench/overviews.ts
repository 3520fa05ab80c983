import { countOverview } from "@casepost/backend/cases/overview/count-overview"
import { readOverview } from "@casepost/backend/cases/overview/read-overview"
import { OverviewFilter } from "@casepost/shared/overviews"
import type * as z from "zod"
import type { BenchHouse } from "./bench-house.ts"
import { openHouse } from "./bench-house.ts"
import { fillOverview } from "./fill-overview.ts"
import type { Reading } from "./reading.ts"

type Given = Omit<z.input<typeof OverviewFilter>, "kind"> & { kind?: "customer" | "matter" }
type Page = Partial<Omit<Parameters<typeof readOverview>[1], "filter">>

/** A house with so many invoices, for overviews. */
export async function openOverviewHouse(server: string, size: number): Promise<BenchHouse> {
  const { owner, ...opened } = await openHouse(server, `overview_${size}`)
  await fillOverview(opened.url, owner, size)
  const nothing = { kind: "invoice" as const, id: "", number: "" }
  return { ...opened, size, busyCustomer: nothing, busyInvoice: nothing }
}

const filterOf = (given: Given) => OverviewFilter.parse({ kind: "invoice", ...given })
const page =
  (given: Given = {}, more: Page = {}) =>
  ({ user }: BenchHouse) =>
    readOverview(user, {
      filter: filterOf(given),
      sort: "overdue",
      descending: true,
      limit: 50,
      cursor: undefined,
      ...more,
    })
const count =
  (given: Given = {}) =>
  ({ user }: BenchHouse) =>
    countOverview(user, { filter: filterOf(given) })

/** Pages are read by keyset and stay what they are; a count grows with what it counts, up to 50,000: its budget says so. */
export const overviewReadings: Reading[] = [
  { name: "overview, most overdue first", budget: 2.5, run: page() },
  { name: "overview, newest message first", budget: 2.5, run: page({ state: "any" }, { sort: "last-message" }) },
  {
    name: "overview, customers by name",
    budget: 2.5,
    run: page({ kind: "customer" }, { sort: "customer", descending: false }),
  },
  {
    name: "overview, by amount, overdue, not messaged",
    budget: 2.5,
    run: page({ overdueDays: 20, notMessagedDays: 7 }, { sort: "open" }),
  },
  { name: "overview, not delivered", budget: 8, run: page({ notDelivered: true }, { sort: "number" }) },
  { name: "overview, search of a number", budget: 2.5, run: page({ search: "VF-2024-100123" }) },
  { name: "overview, search that fits a quarter", budget: 120, run: page({ search: "transport" }) },
  { name: "count of all open", budget: 120, run: count() },
  { name: "count of few", budget: 8, run: count({ notDelivered: true, doNotMessage: "marked" }) },
]

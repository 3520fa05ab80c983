import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { countUnread } from "@casepost/backend/inbox/count-unread"
import { listInbox } from "@casepost/backend/inbox/list-inbox"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import type { BenchHouse } from "./bench-house.ts"

export type Reading = { name: string; budget: number; run: (bench: BenchHouse) => Promise<unknown> }
type ListOf = (
  bench: BenchHouse,
  page: { limit: number; cursor?: string | undefined },
) => Promise<{ nextCursor: string | null }>

const budget = 2.5
const page = { limit: 30 }
const inbox =
  (query: Partial<Parameters<typeof listInbox>[1]> = {}) =>
  ({ user }: BenchHouse) =>
    listInbox(user, { sort: "newest", limit: 30, ...query })
const timeline: ListOf = ({ user, busyCustomer }, asked) => listTimeline(user, busyCustomer, asked)
const searched = (search: string) => inbox({ search })

/** What staff read all day. */
export const readings: Reading[] = [
  { name: "timeline of an invoice", budget, run: ({ user, busyInvoice }) => listTimeline(user, busyInvoice, page) },
  { name: "timeline of the busiest customer", budget, run: bench => timeline(bench, page) },
  { name: "the same, deep down", budget, run: deep(timeline) },
  { name: "inbox, newest first", budget, run: inbox() },
  { name: "inbox, unread first", budget, run: inbox({ sort: "unread-first" }) },
  { name: "inbox, oldest first", budget, run: inbox({ sort: "oldest" }) },
  { name: "inbox, unread about invoices", budget, run: inbox({ caseKind: "invoice", read: "unread", limit: 8 }) },
  { name: "inbox, deep down", budget, run: deep(({ user }, asked) => listInbox(user, { sort: "newest", ...asked })) },
  { name: "unread count", budget, run: ({ user }) => countUnread(user) },
  {
    name: "case search, number",
    budget,
    run: ({ user, busyInvoice }) => searchCases(user, { search: busyInvoice.number, limit: 8 }),
  },
  {
    name: "case search, beginning of a number",
    budget,
    run: ({ user }) => searchCases(user, { search: "VF-2024-1000", limit: 8 }),
  },
  { name: "case search, words", budget, run: ({ user }) => searchCases(user, { search: "peter jansen", limit: 8 }) },
  { name: "inbox search, number", budget, run: bench => searched(bench.busyInvoice.number)(bench) },
  { name: "inbox search, rare word", budget, run: searched("zeldzaam") },
  { name: "inbox search, common word", budget, run: searched("factuur") },
  { name: "inbox search, one message in a hundred", budget, run: searched("levering") },
  { name: "inbox search, two letters typed", budget, run: searched("fa") },
]

/** The page after ten others (the same on every size): the cursor is found before anything is measured. */
function deep(list: ListOf): Reading["run"] {
  const cursors = new Map<BenchHouse, Promise<string | undefined>>()
  const find = async (bench: BenchHouse) => {
    let cursor: string | undefined
    for (let nth = 0; nth < 2; nth++) cursor = (await list(bench, { limit: 10, cursor })).nextCursor ?? undefined
    return cursor
  }
  return async bench => {
    const found = cursors.get(bench) ?? find(bench)
    cursors.set(bench, found)
    return list(bench, { limit: 20, cursor: await found })
  }
}

export type Measured = { name: string; budget: number; milliseconds: number[] }

/** Medians over rounds that alternate between the sizes, so that what else the machine does weighs on all alike. */
export async function measureReadings(
  benches: BenchHouse[],
  list = readings,
  { rounds = 9, times = 8 } = {},
): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { name, budget, run } of list) {
    const taken = benches.map((): number[] => [])
    for (const bench of benches) for (let nth = 0; nth < 3; nth++) await run(bench)
    for (let round = 0; round < rounds; round++)
      for (const [place, bench] of benches.entries()) {
        const start = performance.now()
        for (let nth = 0; nth < times; nth++) await run(bench)
        taken[place]?.push((performance.now() - start) / times)
      }
    measured.push({ name, budget, milliseconds: taken.map(median) })
  }
  return measured
}

export function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

import { buildExtension } from "@casepost/backend/start/build-extension"
import { startPostgres } from "../support/start-postgres.ts"
import { type BenchHouse, openBenchHouse } from "./bench-house.ts"
import { measureAccepting, measureBulk, measureMemory } from "./bulk.ts"
import { measureDispatching } from "./dispatching.ts"
import { measureEndpoint } from "./endpoint.ts"
import { measureKeypress } from "./keypress.ts"
import { openOverviewHouse, overviewReadings } from "./overviews.ts"
import { measurePageCost } from "./page-cost.ts"
import { measurePanelOpening } from "./panel-opening.ts"
import { measureReadings } from "./reading.ts"
import { openToolHouse } from "./tool-house.ts"

/**
 * `pnpm bench`: ratios within one run, each beside its budget; no timed tests. `CASEPOST_BENCH=full` goes up to a million messages
 * (some minutes and several GB of disk), otherwise a hundred thousand; `CASEPOST_BENCH=pages` measures the pages of tools only.
 */
const sizes = process.env.CASEPOST_BENCH === "full" ? [1_000, 1_000_000] : [1_000, 100_000]
const overviewSizes = [1_000, 100_000]
const endpointBudget = 2
const dispatchBudget = 1.1
const acceptBudget = 3
const memoryBudget = 1.3
const launcherBytes = 2_048
const launcherBudget = 0.1
const panelBudget = 1.5
/** Milliseconds, the one budget that is no ratio. */
const keypressBudget = 100
let exceeded = 0

await benchPages()
if (process.env.CASEPOST_BENCH !== "pages") await benchServer()
process.exitCode = exceeded > 0 ? 1 : 0

/** What we cost somebody else's page, and how soon the panel can be used. */
async function benchPages(): Promise<void> {
  await buildExtension(console.log)
  const at = await openToolHouse()
  try {
    const { loads, bytes } = await measurePageCost(at)
    const { none, ours, react } = loads
    heading("A tool's page before a click", ["none", "React", "ours", "ours / React"])
    report("script, ms of processor time", [ours.script, react.script, none.script], launcherBudget, react.script)
    const zipped = [0, bytes.react, bytes.ours, bytes.ours / bytes.react]
    hold("bytes, gzip", zipped, { budget: `≤ ${launcherBytes} bytes`, isHeld: bytes.ours <= launcherBytes })
    for (const [name, what] of [
      ["long tasks", "longTasks"],
      ["layout shift", "shift"],
      ["requests", "requests"],
    ] as const)
      hold(name, [none[what], react[what], ours[what]], { budget: "none's", isHeld: ours[what] <= none[what] })
    const { panel, tab } = await measurePanelOpening(at)
    heading("Until a message can be sent", ["in a tab, ms", "panel, ms", "ratio"])
    report("panel, from the click on the launcher", [panel, tab], panelBudget)
    heading("From a key to the next paint, among 5,000", ["median, ms", "worst, ms"])
    for (const { field, median, worst } of await measureKeypress(at))
      hold(field, [median, worst], { budget: `≤ ${keypressBudget} ms`, isHeld: median <= keypressBudget })
  } finally {
    await at.close()
  }
}

async function benchServer(): Promise<void> {
  const server = await startPostgres()
  try {
    const benches: BenchHouse[] = []
    for (const size of sizes) {
      const start = performance.now()
      benches.push(await openBenchHouse(server.url, size))
      console.log(`Made ${size.toLocaleString("en")} messages in ${Math.round((performance.now() - start) / 1000)} s.`)
    }
    heading("Reading, row-level security on", [...sizes.map(size => `at ${size / 1000}k, ms`), "ratio"])
    for (const { name, budget, milliseconds } of await measureReadings(benches))
      report(name, milliseconds.toReversed(), budget)
    const overviews: BenchHouse[] = []
    for (const size of overviewSizes) overviews.push(await openOverviewHouse(server.url, size))
    heading("Overviews, row-level security on", [...overviewSizes.map(size => `${size / 1000}k rows, ms`), "ratio"])
    for (const { name, budget, milliseconds } of await measureReadings(overviews, overviewReadings))
      report(name, milliseconds.toReversed(), budget)
    for (const { house } of overviews) await house.database.close()
    heading("Endpoint beside a bare handler", ["bare, CPU ms", "ours, CPU ms", "ratio"])
    for (const bench of benches.slice(0, 1)) {
      const { busyCustomer } = bench
      for (const path of [
        `/api/v1/cases/customer/${busyCustomer.id}/timeline`,
        "/api/v1/inbox",
        "/api/v1/inbox/unread",
      ]) {
        const { endpoint, bare } = await measureEndpoint(bench, path)
        report(path.replace(busyCustomer.id, "{id}"), [endpoint, bare], endpointBudget)
      }
    }
    for (const { house } of benches) await house.database.close()
    heading("Dispatch at ten requests a second", ["limit, s", "ours, s", "ratio"])
    for (const { name, wall, ideal, overLimit } of [
      ...(await measureDispatching(server.url)),
      await measureBulk(server.url),
    ]) {
      report(name, [wall, ideal], dispatchBudget)
      if (overLimit > 0) exceeded++
    }
    heading("Bulk messages of many cases beside 500", ["500", "many", "ratio"])
    report("accepting 50,000 cases, ms", await measureAccepting(server.url), acceptBudget)
    const memory = await measureMemory(server.url)
    if (memory) report("peak memory of the sender, MB", memory, memoryBudget)
  } finally {
    await server.stop()
  }
}

function heading(name: string, columns: string[]): void {
  console.log(`\n${name.padEnd(42)}${columns.map(column => column.padStart(14)).join("")}  budget`)
}

/** Values come with what is judged first, and what it is compared with last, unless that is given. */
function report(name: string, values: number[], budget: number, compared = values.at(-1) ?? 1): void {
  const ratio = (values[0] ?? 0) / compared
  const written = `≤ ${Number(budget.toPrecision(2))}`
  hold(name, [...values.toReversed(), ratio], { budget: written, isHeld: ratio <= budget })
}

function hold(name: string, columns: number[], { budget, isHeld }: { budget: string; isHeld: boolean }): void {
  if (!isHeld) exceeded++
  const written = columns.map(value => value.toFixed(2).padStart(14)).join("")
  console.log(`${name.padEnd(42)}${written}  ${budget} ${isHeld ? "held" : "EXCEEDED"}`)
}

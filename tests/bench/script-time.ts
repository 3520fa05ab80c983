import type { Page } from "playwright-core"

type Event = {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { fileName?: string; data?: { url?: string; fileName?: string } }
}

/**
 * Processor time, in milliseconds, of scripts of extensions while something is done: compiled, evaluated, called later. Only outermost
 * trace events that carry such a script's address count; rubbish collected and boxes laid out meanwhile do not, nor does what the
 * extension's own worker does in its process.
 */
export async function scriptTime(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events: Event[] = []
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as Event[])))
  const includedCategories = ["devtools.timeline", "v8", "disabled-by-default-v8.compile"]
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } })
  await work()
  const ended = new Promise(resolve => session.once("Tracing.tracingComplete", resolve))
  await session.send("Tracing.end")
  await ended
  await session.detach()
  return timeIn(events.filter(isExtensionScript)) / 1000
}

function isExtensionScript({ ph, args }: Event): boolean {
  const url = args?.data?.url ?? args?.data?.fileName ?? args?.fileName ?? ""
  return ph === "X" && url.startsWith("chrome-extension://") && !url.includes("/static/")
}

/** Microseconds, each only once where one event lies within another. */
function timeIn(events: Event[]): number {
  const sorted = events.toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  const until = new Map<string, number>()
  let sum = 0
  for (const { pid, tid, ts, dur = 0, tdur } of sorted) {
    const thread = `${pid}:${tid}`
    if (ts < (until.get(thread) ?? 0)) continue
    until.set(thread, ts + dur)
    sum += tdur ?? dur
  }
  return sum
}

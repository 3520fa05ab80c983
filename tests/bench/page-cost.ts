import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { type BrowserContext, chromium, type Page } from "playwright-core"
import { browserPath } from "../support/browser.ts"
import { builtExtension } from "../support/extension.ts"
import { makeReactExtension } from "./react-extension.ts"
import { median } from "./reading.ts"
import { scriptTime } from "./script-time.ts"
import type { ToolHouse } from "./tool-house.ts"

/** What one load of a page took: milliseconds of script, long tasks, layout shift, requests. */
type Load = { script: number; longTasks: number; shift: number; requests: number }
type Browsers = { none: BrowserContext; ours: BrowserContext; react: BrowserContext }
export type PageCost = { loads: Record<keyof Browsers, Load>; bytes: { ours: number; react: number } }

/** Loads of each that count, after one to warm up. */
const rounds = 15
/** Until everything that a load sets off has run. */
const settled = 700

/**
 * What our launcher adds to a page of a tool that is on, beside the page alone and beside a launcher written in React. The three take turns,
 * each in a browser of its own; nothing is clicked. The page's own script is the same in all three and does not count.
 */
export async function measurePageCost({ extension, origin, launcher }: ToolHouse): Promise<PageCost> {
  const react = await makeReactExtension([`${origin}/*`])
  const browsers: Browsers = { none: await plain(), ours: extension.context, react: await plain(react.folder) }
  try {
    const loads = await takeTurns(browsers, `${origin}/demo/invoices/VF-2026-04183`)
    return { loads, bytes: { ours: await zipped(join(builtExtension, launcher)), react: await zipped(react.script) } }
  } finally {
    for (const browser of [browsers.none, browsers.react]) await browser.close()
    await rm(react.folder, { recursive: true, force: true })
  }
}

async function plain(extension?: string): Promise<BrowserContext> {
  const loading = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []
  return chromium.launchPersistentContext("", {
    executablePath: browserPath(),
    headless: true,
    deviceScaleFactor: 2,
    args: ["--no-sandbox", ...loading],
  })
}

async function takeTurns(browsers: Browsers, address: string): Promise<PageCost["loads"]> {
  const names = Object.keys(browsers) as (keyof Browsers)[]
  const taken: Record<keyof Browsers, Load[]> = { none: [], ours: [], react: [] }
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const load = await loadOnce(browsers[name], address)
      if (round > 0) taken[name].push(load)
    }
  const middle = (loads: Load[]): Load => ({
    script: median(loads.map(load => load.script)),
    longTasks: median(loads.map(load => load.longTasks)),
    shift: Math.max(...loads.map(load => load.shift)),
    requests: Math.max(...loads.map(load => load.requests)),
  })
  return { none: middle(taken.none), ours: middle(taken.ours), react: middle(taken.react) }
}

async function loadOnce(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage()
  let requests = 0
  page.on("request", () => requests++)
  await page.addInitScript(watch)
  const script = await scriptTime(page, async () => {
    await page.goto(address, { waitUntil: "load" })
    await page.waitForTimeout(settled)
  })
  const seen = await seenBy(page)
  await page.close()
  return { script, ...seen, requests }
}

type Watching = typeof globalThis & { seen: { longTasks: number; shift: number } }

function watch(): void {
  const seen = { longTasks: 0, shift: 0 }
  Object.assign(globalThis, { seen })
  const hear = (type: string, add: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(add)).observe({ type, buffered: true })
  hear("longtask", () => {
    seen.longTasks += 1
  })
  hear("layout-shift", entry => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value
  })
}

function seenBy(page: Page): Promise<{ longTasks: number; shift: number }> {
  return page.evaluate(() => (globalThis as Watching).seen)
}

async function zipped(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).byteLength
}

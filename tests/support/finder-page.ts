/** The finder's real source in a real page: served to Chromium file by file, with the types taken off. */
import { readFile } from "node:fs/promises"
import { stripTypeScriptTypes } from "node:module"
import { join } from "node:path"
import { type Browser, chromium, type Page } from "playwright-core"
import type { Findings } from "../../extension/src/host-page/findings"
import type { PageRules } from "../../extension/src/host-page/rules"
import { browserPath } from "./browser.ts"

const source = join(import.meta.dirname, "../../extension/src/host-page")
/** Where the sources are served, on whatever host the page stands. */
const served = "/__casepost/"

/** A page of an application, as its server would give it: `frames` are further documents of it by their path. */
export type ToolPageText = { url: string; html: string; frames?: Record<string, string> }

export type FinderPages = {
  /** Opens a page in a tab of its own. */
  open: (of: ToolPageText) => Promise<Page>
  /** Opens a page, reads it once with the rules, closes it. */
  read: (of: ToolPageText, rules: PageRules) => Promise<Findings>
  close: () => Promise<void>
}

/** Starts Chromium for pages that are read by the finder. */
export async function openFinderPages(): Promise<FinderPages> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
  const reading = await openTab(browser)
  return {
    open: async of => {
      const tab = await openTab(browser)
      await tab.show(of)
      return tab.page
    },
    read: async (of, rules) => {
      await reading.show(of)
      return readPageOf(reading.page, rules)
    },
    close: () => browser.close(),
  }
}

/** What the finder reads in one look at a page that is open; of one of its frames, where that is given. */
export async function readPageOf(page: Pick<Page, "evaluate">, rules: PageRules): Promise<Findings> {
  return page.evaluate(`(async () => {
    const { readPage } = await import("${served}finder/read-page")
    const { findings } = await readPage(${JSON.stringify(rules)}, async () => true)
    return findings
  })()`)
}

/**
 * Starts the whole finder in an open page or one of its frames, with a port of ours in place of Chrome's: `window.casepost` holds its answers, closes the port, and
 * counts its looks at the page.
 */
export async function startFinder(page: Pick<Page, "evaluate">, rules: PageRules): Promise<void> {
  await page.evaluate(`window.bring = module => import(module)`)
  await page.evaluate(
    async ([module, given]) => {
      const { bring } = window as unknown as { bring: (module: string) => Promise<unknown> }
      type Listener = (one: unknown) => void
      const listeners: { connect: Listener[]; message: Listener[]; disconnect: Listener[] } = {
        connect: [],
        message: [],
        disconnect: [],
      }
      const event = (all: Listener[]) => ({ addListener: (one: Listener) => all.push(one) })
      const here = { answers: [] as unknown[], looks: 0, listeners: 0, close: () => {}, order: (_: unknown) => {} }
      Object.assign(window, { casepost: here })
      Object.assign(window.chrome ?? {}, { runtime: { id: "casepost", onConnect: event(listeners.connect) } })
      if (!window.chrome)
        Object.assign(window, { chrome: { runtime: { id: "casepost", onConnect: event(listeners.connect) } } })
      const walk = document.createTreeWalker.bind(document)
      document.createTreeWalker = (...of: Parameters<typeof walk>) => {
        if (of[0] === document.body) here.looks++
        return walk(...of)
      }
      await bring(module)
      await bring(`${module}?again`)
      here.listeners = listeners.connect.length
      const port = {
        name: "finder",
        sender: { id: "casepost" },
        postMessage: (answer: unknown) => here.answers.push(answer),
        onMessage: event(listeners.message),
        onDisconnect: event(listeners.disconnect),
      }
      for (const connect of listeners.connect) connect(port)
      here.order = order => {
        for (const hear of listeners.message) hear(order)
      }
      here.close = () => {
        for (const end of listeners.disconnect) end(port)
      }
      here.order({ kind: "watch", rules: given })
    },
    [`${served}finder`, rules] as const,
  )
}

async function openTab(browser: Browser): Promise<{ page: Page; show: (of: ToolPageText) => Promise<void> }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  let shown: ToolPageText = { url: "https://nothing.example/", html: "" }
  await page.route(/^https:/, async route => {
    const asked = new URL(route.request().url())
    const { pathname, search } = new URL(shown.url)
    if (asked.pathname.startsWith(served)) return route.fulfill(await sourceOf(asked.pathname.slice(served.length)))
    const body = asked.pathname + asked.search === pathname + search ? shown.html : shown.frames?.[asked.pathname]
    if (body === undefined) return route.fulfill({ status: 404, body: "" })
    return route.fulfill({ contentType: "text/html; charset=utf-8", body })
  })
  const show = async (of: ToolPageText) => {
    // Two addresses that differ in their fragment only would be one document.
    await page.goto("about:blank")
    shown = of
    await page.goto(of.url)
  }
  return { page, show }
}

async function sourceOf(path: string): Promise<{ contentType: string; body: string }> {
  const text = await readFile(join(source, `${path}.ts`), "utf8")
  return { contentType: "text/javascript", body: stripTypeScriptTypes(text) }
}

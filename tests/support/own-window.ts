/** The real popup and the real side panel: Playwright does not list them among its pages, Chromium's debugging port does. */
import { type Browser, chromium, type Page } from "playwright-core"
import type { RunningExtension } from "./extension.ts"

export type OwnWindow = {
  page: Page
  /** Closes it as a person does. */
  close: () => Promise<void>
}

/** Opens the popup over the tab in front. `debuggingPort`: the one the extension was launched with. */
export async function openPopup(
  { context }: Pick<RunningExtension, "context">,
  debuggingPort: number,
): Promise<OwnWindow> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"))
  await worker.evaluate(() => chrome.action.openPopup())
  return ownWindow("/popup.html", debuggingPort)
}

/**
 * Opens the side panel in the window of `beside`, as a click of ours does; that tab is in front again afterwards. `debuggingPort`: the one
 * the extension was launched with.
 */
export async function openSidePanel(
  running: Pick<RunningExtension, "context" | "open">,
  { beside, debuggingPort }: { beside: Page; debuggingPort: number },
): Promise<OwnWindow> {
  const { page: own } = await running.open("tabs/compose.html")
  const windowId = await own.evaluate(() => chrome.windows.getCurrent().then(({ id }) => id))
  const inspector = await running.context.newCDPSession(own)
  const opened = await inspector.send("Runtime.evaluate", {
    expression: `chrome.sidePanel.open({ windowId: ${windowId} })`,
    userGesture: true,
    awaitPromise: true,
  })
  if (opened.exceptionDetails) throw new Error(opened.exceptionDetails.exception?.description ?? "No side panel")
  await own.close()
  await beside.bringToFront()
  return ownWindow("/sidepanel.html", debuggingPort)
}

/** The side panel that something else opened, once it stands. */
export function findSidePanel(debuggingPort: number): Promise<OwnWindow> {
  return ownWindow("/sidepanel.html", debuggingPort)
}

async function ownWindow(path: string, debuggingPort: number): Promise<OwnWindow> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
  const page = await findPage(browser, path)
  page.setDefaultTimeout(60_000)
  return {
    page,
    close: async () => {
      await page.evaluate(() => window.close()).catch(() => undefined)
      await browser.close()
    },
  }
}

async function findPage(browser: Browser, path: string): Promise<Page> {
  for (let tries = 0; tries < 100; tries++) {
    const pages = browser.contexts().flatMap(context => context.pages())
    const found = pages.find(page => page.url().includes(path))
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`${path} did not open.`)
}

/** The real side panel of a window: Playwright does not list it among its pages, Chromium's debugging port does. */
import { type Browser, chromium, type Page } from "playwright-core"
import type { RunningExtension } from "./extension.ts"

export type SidePanel = {
  /** The panel as a page. */
  panel: Page
  /** Closes it as a person does. */
  close: () => Promise<void>
}

/**
 * Opens the side panel in the window of `beside`, as a click of ours does; that tab is in front again afterwards. `debuggingPort`: the one
 * the extension was launched with.
 */
export async function openSidePanel(
  running: Pick<RunningExtension, "context" | "open">,
  { beside, debuggingPort }: { beside: Page; debuggingPort: number },
): Promise<SidePanel> {
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
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
  const panel = await findPanel(browser)
  panel.setDefaultTimeout(60_000)
  return {
    panel,
    close: async () => {
      await panel.evaluate(() => window.close()).catch(() => undefined)
      await browser.close()
    },
  }
}

async function findPanel(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 100; tries++) {
    const pages = browser.contexts().flatMap(context => context.pages())
    const panel = pages.find(page => page.url().includes("/sidepanel.html"))
    if (panel) return panel
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error("The side panel did not open.")
}

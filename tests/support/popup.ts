/** The real popup of the toolbar's icon: Playwright does not list it among its pages, Chromium's debugging port does. */
import { type Browser, chromium, type Page } from "playwright-core"
import type { RunningExtension } from "./extension.ts"

/** Opens the popup over the tab in front. `debuggingPort`: the one the extension was launched with. */
export async function openPopup(
  { context }: Pick<RunningExtension, "context">,
  debuggingPort: number,
): Promise<{ popup: Page; close: () => Promise<void> }> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"))
  await worker.evaluate(() => chrome.action.openPopup())
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
  const popup = await findPopup(browser)
  popup.setDefaultTimeout(60_000)
  return {
    popup,
    close: async () => {
      await popup.evaluate(() => window.close()).catch(() => undefined)
      await browser.close()
    },
  }
}

async function findPopup(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 100; tries++) {
    const pages = browser.contexts().flatMap(context => context.pages())
    const popup = pages.find(page => page.url().includes("/popup.html"))
    if (popup) return popup
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error("The popup did not open.")
}

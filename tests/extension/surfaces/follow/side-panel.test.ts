import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { freePort } from "../../../support/free-port.ts"
import { type OwnWindow, openSidePanel } from "../../../support/own-window.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let debuggingPort: number
let server: string
let tab: Page
let side: OwnWindow

beforeAll(async () => {
  debuggingPort = await freePort()
  running = await signedInExtension("sanne@demo.example", "light", { hosts: ["http://localhost/*"], debuggingPort })
  server = running.house.config.publicUrl
  tab = await running.context.newPage()
  await tab.setViewportSize({ width: 1440, height: 900 })
  await tab.goto(`${server}/demo/invoices/VF-2026-04183`)
  side = await openSidePanel(running, { beside: tab, debuggingPort })
})
afterAll(async () => {
  await side?.close()
  await running?.close()
})
beforeEach(async () => {
  await tab.bringToFront()
})

const shows = (number: string) => side.page.getByRole("heading", { name: number, exact: true }).waitFor()
const button = (name: string | RegExp) => side.page.getByRole("button", { name })
const go = (path: string) => tab.goto(`${server}${path}`)

describe("does", () => {
  test("shows the case of the tab, and why", async () => {
    await shows("VF-2026-04183")
    await button("Following this tab").waitFor()
    await button("Following this tab").focus()
    await side.page.getByRole("tooltip").getByText("VF-2026-04183").waitFor()
  })

  test("follows when the tab goes to another page, also where the page changes by script", async () => {
    await go("/demo/app/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await tab.evaluate(() => {
      const link = document.createElement("a")
      link.href = "/demo/app/invoices/VF-2026-04219"
      document.querySelector("main")?.append(link)
      link.click()
    })
    await shows("VF-2026-04219")
  })

  test("follows when another tab comes to the front, and back", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    const second = await running.context.newPage()
    await second.goto(`${server}/demo/invoices/VF-2026-04219`)
    await shows("VF-2026-04219")
    await tab.bringToFront()
    await shows("VF-2026-04183")
    await second.close()
  })

  test("lists the cases of a list page to tick, and says where a page has none", async () => {
    await go("/demo/open-items")
    await side.page.getByRole("heading", { name: /cases on this page$/ }).waitFor()
    await side.page.getByRole("checkbox").first().waitFor()
    await go("/demo/reports")
    await side.page.getByRole("heading", { name: "No case on this page" }).waitFor()
    await side.page.getByRole("combobox", { name: "Search cases" }).waitFor()
    // Only administrators point at numbers.
    expect(await button("Pick the invoice number").count()).toBe(0)
  })

  test("opens the ticked cases of a list as a message to many", async () => {
    await go("/demo/open-items")
    const boxes = side.page.getByRole("checkbox")
    await boxes.first().waitFor()
    for (const place of [0, 1]) await boxes.nth(place).press("Space")
    await side.page.getByText(/^2 selected/).waitFor()
    const opened = running.context.waitForEvent("page")
    await button("Send messages").click()
    const work = await opened
    await work.waitForURL(/work\.html#\/bulk\//)
    await work.close()
  })

  test("keeps a case open until it is let go", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await button("Keep open").click()
    await side.page.getByText("Kept open", { exact: true }).waitFor()
    await go("/demo/invoices/VF-2026-04219")
    await tab
      .getByRole("heading", { name: /VF-2026-04219/ })
      .first()
      .waitFor()
    await shows("VF-2026-04183")
    await button("Keep open").click()
    await shows("VF-2026-04219")
  })

  test("opens what was selected in a page, as the context menu hands it over, ready to write", async () => {
    await go("/demo/reports")
    await side.page.getByRole("heading", { name: "No case on this page" }).waitFor()
    await handSelected("about VF-2026-04219, please")
    await side.page.getByRole("tab", { name: "Message", selected: true }).waitFor()
    await side.page.getByText("VF-2026-04219").first().waitFor()
    await button("Close, keeps draft").click()
    await shows("VF-2026-04219")
    await button("Keep open").click()
    await handSelected("10482")
    await side.page.getByRole("heading", { name: "Which case is it about?" }).waitFor()
    await handSelected("jansen zonen")
    await side.page.getByRole("listbox").getByRole("option").first().waitFor()
    expect(await side.page.getByRole("combobox", { name: "Search cases" }).inputValue()).toBe("jansen zonen")
    await button("Casepost home").click()
  })
})

describe("refuses", () => {
  test("text that was selected in another window: it is left for the panel there", async () => {
    await handSelected("about VF-2026-04219, please", -2)
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    expect(await button("Close, keeps draft").count()).toBe(0)
    await inExtension(async key => {
      if (!(key in (await chrome.storage.session.get(key)))) throw new Error("It was taken.")
      await chrome.storage.session.remove(key)
    }, "selectedText")
  })

  test("to look at a page it has no permission for: it offers the tools that are not on here", async () => {
    const lookups = await countLookups(async () => {
      await tab.goto(`${server.replace("localhost", "127.0.0.1")}/demo/invoices/VF-2026-04183`)
      await side.page.getByText("Casepost may not look at this page.").waitFor()
    })
    expect(lookups).toBe(0)
    await side.page.getByText("Show Casepost in Voorraad Plus").waitFor()
    await side.page.getByText("Show Casepost in Boekhoud België").waitFor()
    const asked = await button("Not now").count()
    await button("Not now").first().click()
    await expect.poll(() => button("Not now").count()).toBe(asked - 1)
  })

  test("to follow the tab of another window", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    const opened = running.context.waitForEvent("page")
    await inExtension(
      url => chrome.windows.create({ url }).then(() => undefined),
      `${server}/demo/invoices/VF-2026-04219`,
    )
    const other = await opened
    await other
      .getByRole("heading", { name: /VF-2026-04219/ })
      .first()
      .waitFor()
    // The answer of this lookup would have come by now: the panel goes on with what its own tab shows next.
    await go("/demo/app/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    expect(await side.page.getByRole("heading", { name: "VF-2026-04219" }).count()).toBe(0)
    await other.close()
  })
})

describe("protects", () => {
  test("a started message from changing its case", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await button(/^Message/).click()
    await side.page.getByRole("textbox", { name: "Subject" }).fill("About the delivery note")
    await side.page.getByText("Draft saved").first().waitFor()
    await go("/demo/invoices/VF-2026-04219")
    const notice = side.page.getByText("You are still writing about VF-2026-04183")
    await notice.waitFor()
    await button("Switch").click()
    await shows("VF-2026-04219")
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await button(/^Message/).click()
    expect(await side.page.getByRole("textbox", { name: "Subject" }).textContent()).toContain("delivery note")
    await button("Close, keeps draft").click()
  })

  test("somebody who signed out: no page is read, and nothing looked up", async () => {
    const kept = await inExtension(() => chrome.storage.local.get("session"), "")
    await inExtension(() => chrome.storage.local.remove("session"), "")
    await side.page.getByText("Sign in", { exact: true }).first().waitFor()
    const lookups = await countLookups(async () => {
      await go("/demo/app/invoices/VF-2026-04219")
      await tab
        .getByRole("heading", { name: /VF-2026-04219/ })
        .first()
        .waitFor()
    })
    expect(lookups).toBe(0)
    expect(await finder()).toEqual({ stands: false, ended: 0 })
    await inExtension(session => chrome.storage.local.set(JSON.parse(session)), JSON.stringify(kept))
    await shows("VF-2026-04219")
    expect(await finder()).toEqual({ stands: true, ended: 0 })
  })

  test("a page once the panel is closed: nobody watches it any more", async () => {
    await go("/demo/app/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    expect(await finder()).toEqual({ stands: true, ended: 0 })
    await side.close()
    await expect.poll(async () => (await finder()).ended).toBeGreaterThan(0)
  })
})

/** As the worker leaves it for whichever panel is there. */
async function handSelected(text: string, inWindow?: number): Promise<void> {
  const windowId = inWindow ?? (await side.page.evaluate(() => chrome.windows.getCurrent())).id
  await inExtension(
    kept => chrome.storage.session.set({ selectedText: { ...JSON.parse(kept), at: Date.now() } }),
    JSON.stringify({ text, windowId }),
  )
}

/** What a page of ours may ask Chrome, in the worker. */
async function inExtension<Answer>(deed: (input: string) => Promise<Answer>, input: string): Promise<Answer> {
  const worker = running.context.serviceWorkers()[0] ?? (await running.context.waitForEvent("serviceworker"))
  return worker.evaluate(deed as never, input as never) as Promise<Answer>
}

async function countLookups(deed: () => Promise<void>): Promise<number> {
  let count = 0
  const heard = (request: { url: () => string }) => {
    if (request.url().endsWith("/cases/lookup")) count++
  }
  side.page.on("request", heard)
  await deed()
  side.page.off("request", heard)
  return count
}

/** Whether our reader is in the tab, and how often it stopped watching since this was first asked: in a world that the page does not see. */
function finder(): Promise<{ stands: boolean; ended: number }> {
  return inExtension(async url => {
    const [found] = await chrome.tabs.query({ url })
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: found?.id ?? 0 },
      func: () => {
        const here = globalThis as unknown as { casepostFinder?: unknown; ended?: number }
        if (here.ended === undefined) {
          here.ended = 0
          const { disconnect } = MutationObserver.prototype
          MutationObserver.prototype.disconnect = function () {
            here.ended = (here.ended ?? 0) + 1
            disconnect.call(this)
          }
        }
        return { stands: here.casepostFinder !== undefined, ended: here.ended }
      },
    })
    return answer?.result ?? { stands: false, ended: -1 }
  }, tab.url())
}

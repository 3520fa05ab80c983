/** Pointing at the number from beside the page: the real side panel of an administrator. */
import { tools } from "@casepost/backend/tools/tables"
import { eq } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freePort } from "../../../support/free-port.ts"
import { type OwnWindow, openSidePanel } from "../../../support/own-window.ts"
import { documentOf } from "../../../support/preset-pages/preset-page.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let server: string
let tab: Page
let side: OwnWindow

const pages: Readonly<Record<string, string>> = {
  "/start": "<h1>Start</h1>",
  // In two pieces, with room between them: nobody but a person reads it as one number.
  "/split": `<h1>Start</h1><p id="number"><span>VF-</span><span style="margin-left: 9px">2026-04183</span></p>`,
  "/unknown": "<h1>Invoice VF-2026-99999</h1>",
}

beforeAll(async () => {
  const debuggingPort = await freePort()
  running = await signedInExtension("admin@demo.example", "light", { hosts: ["http://localhost/*"], debuggingPort })
  server = running.house.config.publicUrl
  tab = await running.context.newPage()
  await tab.setViewportSize({ width: 1440, height: 900 })
  await tab.route(`${server}/demo/tried/**`, route => {
    const body = pages[new URL(route.request().url()).pathname.slice("/demo/tried".length)]
    return route.fulfill({ contentType: "text/html", body: documentOf("Grootboek", body ?? "") })
  })
  await go("/start")
  side = await openSidePanel(running, { beside: tab, debuggingPort })
})
afterAll(async () => {
  await side?.close()
  await running?.close()
})

const go = (path: string) => tab.goto(`${server}/demo/tried${path}`)
const pick = () => side.page.getByRole("button", { name: "Pick the invoice number", exact: true })
/** What the bar over the page says now: it stands in one of our own frames. */
async function asked(): Promise<string | null | undefined> {
  for (const frame of tab.frames().slice(1)) {
    const heading = frame.locator("h1:text-matches('^(Point|Open)')")
    if ((await heading.count().catch(() => 0)) > 0) return heading.textContent()
  }
  return undefined
}

describe("does", () => {
  test("points in the tab beside it, and brings what was pointed at into the tool's settings", async () => {
    await go("/split")
    await pick().click()
    await expect.poll(asked).toBe("Point at the invoice number")
    const at = await tab.locator("#number").boundingBox()
    if (!at) throw new Error("The number is not to be seen.")
    await tab.mouse.move(at.x + 20, at.y + at.height / 2)
    await tab.mouse.click(at.x + 20, at.y + at.height / 2)
    await expect.poll(asked).toBe("Point at the customer number")
    await tab.keyboard.press("Escape")
    const opened = () => running.context.pages().find(page => page.url().includes("options.html#/tools/"))
    await expect.poll(opened).toBeDefined()
    const settings = opened() as Page
    await settings.getByText("What was pointed at is taken in.").waitFor()
    expect(await settings.getByText("/tried/split").count()).toBeGreaterThan(0)
    await settings.close()
  })
})

describe("refuses", () => {
  test("offers it on no page whose number is only unknown", async () => {
    await go("/unknown")
    await side.page.getByText(/does not know VF-2026-99999/).waitFor()
    expect(await pick().count()).toBe(0)
  })
})

describe("protects", () => {
  test("changes nothing of the tool by itself", async () => {
    const [tool] = await running.house.database.owner.select().from(tools).where(eq(tools.name, "Grootboek Online"))
    expect(JSON.stringify(tool?.pages)).not.toContain("/tried")
  })
})

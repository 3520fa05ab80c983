import { invoices } from "@casepost/backend/cases/tables"
import { eq } from "drizzle-orm"
import type { Frame, Page } from "playwright-core"
import { extensionId } from "../support/extension.ts"
import { median } from "./reading.ts"
import type { ToolHouse } from "./tool-house.ts"

const number = "VF-2026-04183"
const size = { width: 1440, height: 900 }
const rounds = 7

/**
 * Milliseconds until a message can be sent: from the click on the launcher, which finds the case first, and of the same page in a tab of its
 * own, from its address. The two take turns, after one to warm up.
 */
export async function measurePanelOpening(at: ToolHouse): Promise<{ panel: number; tab: number }> {
  const [invoice] = await at.house.database.owner.select().from(invoices).where(eq(invoices.number, number))
  const address = `chrome-extension://${extensionId}/tabs/compose.html?kind=invoice&id=${invoice?.id}&write=1`
  const [panel, tab]: number[][] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await inPanel(at), await inTab(at, address)]
    if (round === 0) continue
    panel?.push(one)
    tab?.push(other)
  }
  return { panel: median(panel ?? []), tab: median(tab ?? []) }
}

async function inPanel({ extension, origin }: ToolHouse): Promise<number> {
  const page = await extension.context.newPage()
  await page.setViewportSize(size)
  await page.goto(`${origin}/demo/invoices/${number}`)
  await page.waitForTimeout(1_000)
  const start = Date.now()
  // Where the launcher stands before anybody moved it.
  await page.mouse.click(size.width - 22, size.height / 10 + 24)
  const taken = (await untilUsable(await frameOf(page))) - start
  await page.close()
  return taken
}

async function inTab({ extension }: ToolHouse, address: string): Promise<number> {
  const page = await extension.context.newPage()
  await page.setViewportSize(size)
  const start = Date.now()
  await page.goto(address, { waitUntil: "commit" })
  const taken = (await untilUsable(page.mainFrame())) - start
  await page.close()
  return taken
}

async function frameOf(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 4_000; tries++) {
    const frame = page.frames().find(one => one.url().includes("/tabs/compose.html"))
    if (frame) return frame
    await page.waitForTimeout(5)
  }
  throw new Error("No panel opened.")
}

/** Looked at from inside, at every frame that is painted: Playwright itself looks less and less often. @returns when, as `Date.now()` */
async function untilUsable(frame: Frame): Promise<number> {
  const seen = await frame.waitForFunction(() => {
    const isSend = (button: Element) =>
      button.textContent === "Send to customer" &&
      !button.matches(":disabled") &&
      button.checkVisibility({ visibilityProperty: true })
    return [...document.querySelectorAll("button")].some(isSend) && Date.now()
  })
  return Number(await seen.jsonValue())
}

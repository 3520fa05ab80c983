import { invoices } from "@casepost/backend/cases/tables"
import { messages } from "@casepost/backend/messages/tables"
import { and, eq, isNotNull } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let invoiceId: string

beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
  const [invoice] = await running.house.database.owner
    .select({ id: invoices.id })
    .from(invoices)
    .where(eq(invoices.number, "VF-2026-04183"))
  invoiceId = invoice?.id ?? ""
})
afterAll(() => running?.close())

const size = { width: 464, height: 800 }
const openCase = (write = false) =>
  running.open(`tabs/compose.html?kind=invoice&id=${invoiceId}${write ? "&write=1" : ""}`, size)

/** The case of a message that has left. */
async function openSent() {
  const [sent] = await running.house.database.owner
    .select({ kind: messages.caseKind, id: messages.caseId })
    .from(messages)
    .where(and(eq(messages.direction, "outgoing"), eq(messages.state, "left"), isNotNull(messages.authorUserId)))
  return running.open(`tabs/compose.html?kind=${sent?.kind}&id=${sent?.id}`, size)
}

/** What has the focus, in words: its role or tag, and its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const holder = document.activeElement as HTMLInputElement | null
    return [holder?.type || holder?.role || holder?.tagName, holder?.ariaLabel ?? holder?.textContent ?? ""].join(" ")
  })

describe("does", () => {
  test("begins on the chosen moment when a message is sent later", async () => {
    const { page } = await openCase(true)
    await page
      .getByRole("button", { name: "More ways to send" })
      .or(page.locator("[aria-haspopup=menu]"))
      .first()
      .click()
    await page.getByRole("menuitem", { name: /Send later/ }).click()
    await page.getByRole("dialog", { name: "Send later" }).waitFor()
    await expect.poll(() => focused(page)).toMatch(/^radio/)
    await page.close()
  })
  test("begins on To when a message is sent again", async () => {
    const { page } = await openSent()
    await page.locator("[data-menu]").first().waitFor()
    for (const menu of await page.locator("[data-menu]").all()) {
      await menu.click()
      const resend = page.getByRole("menuitem", { name: "Resend" })
      if (await resend.isVisible()) {
        await resend.click()
        break
      }
      await page.keyboard.press("Escape")
    }
    const dialog = page.getByRole("dialog", { name: "Resend" })
    await dialog.waitFor()
    await expect.poll(() => focused(page)).toContain("To")
    await page.close()
  })
  test("begins on the button that copies, once the access code is there", async () => {
    const { page } = await openCase()
    await page
      .getByRole("button", { name: /access code/i })
      .first()
      .click()
    await page.getByRole("dialog").waitFor()
    await expect.poll(() => focused(page)).toMatch(/Copy/)
    await page.close()
  })
})

describe("refuses", () => {
  test("to take the focus from where it has been moved meanwhile", async () => {
    const { page } = await openCase()
    await page
      .getByRole("button", { name: /access code/i })
      .first()
      .click()
    await page.getByRole("dialog").waitFor()
    await page.keyboard.press("Tab")
    const moved = await focused(page)
    await page.getByText("Customer number", { exact: true }).first().waitFor()
    expect(await focused(page)).toBe(moved)
    await page.close()
  })
})

describe("protects", () => {
  test("the page under it: after Esc the focus is back on what opened it", async () => {
    const { page } = await openCase()
    const opener = page.getByRole("button", { name: /access code/i }).first()
    await opener.click()
    await page.getByRole("dialog").waitFor()
    await page.keyboard.press("Escape")
    await expect.poll(() => opener.evaluate(element => element === document.activeElement)).toBe(true)
    await page.close()
  })
})

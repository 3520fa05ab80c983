import { invoices } from "@casepost/backend/cases/tables"
import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { eq } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../support/axe.ts"
import { type Asking, askAs, inBoth, openBulk, sendBulk } from "../../support/bulk.ts"
import { signedInExtension } from "../../support/signed-in-extension.ts"

const size = { width: 1280, height: 800 }
let running: Awaited<ReturnType<typeof signedInExtension>>
let ask: Asking
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example", "light", { isMailing: true })
  ask = await askAs(running.house, "sanne@demo.example")
}, 240_000)
afterAll(() => running?.close())

async function sent(numbers: readonly string[], subject: string): Promise<BulkMessage> {
  const content = inBoth(subject, "<p>It is part of {{matter.number}}.</p>")
  const bulk = await openBulk({ house: running.house, ask }, numbers, content)
  await sendBulk({ house: running.house, ask }, bulk)
  await expect
    .poll(async () => ((await ask("GET", `bulk-messages/${bulk.id}`)) as BulkMessage).state, { timeout: 60_000 })
    .toBe("done")
  return bulk
}

async function open(place = "bulk") {
  const { page, errors } = await running.open(`tabs/work.html#/${place}`, size)
  await page.getByRole("heading", { name: "Bulk messages", level: 1 }).waitFor()
  return { page, errors }
}

const result = (page: Page, name: string) => page.getByRole("region", { name })
const figure = (page: Page, name: string) => page.locator("dl > div").filter({ hasText: name }).locator("dd")

describe("does", () => {
  test("shows how it went, fills in what was missing and sends it, and counts anew", async () => {
    await sent(["VF-2026-05598", "VF-2026-04183", "VF-2026-04066"], "How it went")
    const { page, errors } = await open()
    const shown = result(page, "How it went")
    await shown.getByText(/by Sanne de Wit, 3 invoices chosen/).waitFor()
    await expect.poll(() => figure(page, "left out").textContent()).toBe("2")
    await shown.getByRole("radio", { name: "Needs attention 2" }).waitFor()
    await shown.getByRole("button", { name: /^Fill in and send, Jansen/ }).click()
    const dialog = page.getByRole("dialog", { name: "Fill in and send" })
    await dialog.getByRole("textbox", { name: "Matter number" }).fill("DC-7000")
    await dialog.getByRole("button", { name: "Fill in and send" }).click()
    await expect.poll(() => figure(page, "left out").textContent(), { timeout: 60_000 }).toBe("1")
    await expect.poll(() => figure(page, "messages").first().textContent()).toBe("2")
    expect(errors).toEqual([])
    await page.close()
  })

  test("changes an address that does not exist, and the message goes there", async () => {
    const [invoice] = await running.house.database.owner
      .select()
      .from(invoices)
      .where(eq(invoices.number, "VF-2026-05187"))
    await ask("PATCH", `customers/${invoice?.customerId}`, { generalAddress: "bounced@resend.dev" })
    await sent(["VF-2026-05187"], "Bounces")
    const { page } = await open()
    const shown = result(page, "Bounces")
    await expect.poll(() => figure(page, "not delivered").textContent(), { timeout: 60_000 }).toBe("1")
    await shown.getByRole("button", { name: /^Change address/ }).click()
    const dialog = page.getByRole("dialog", { name: "Change address" })
    await dialog.getByRole("textbox", { name: "Email address" }).fill("nobody")
    await dialog.getByRole("button", { name: "Change and send" }).click()
    await dialog.getByText("Type the whole email address.").waitFor()
    await dialog.getByRole("textbox", { name: "Email address" }).fill("boekhouding@gerritsen.example")
    await dialog.getByRole("button", { name: "Change and send" }).click()
    await expect.poll(() => figure(page, "delivered").first().textContent(), { timeout: 60_000 }).toBe("1")
    await page.close()
  })

  test("exports the result of every case, with the session's token", async () => {
    await sent(["VF-2026-04664"], "To export")
    const { page } = await open()
    await result(page, "To export").waitFor()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV", exact: true }).click(),
    ])
    expect(file.suggestedFilename()).toBe("To export.csv")
    await page.close()
  })

  test("keeps drafts of one's own in sight, and throws one away after asking", async () => {
    await openBulk({ house: running.house, ask }, ["VF-2026-04664"], inBoth("A draft", "<p>Words.</p>"))
    const { page } = await open()
    const drafts = page.getByRole("list", { name: "Being written" })
    await drafts.getByText("A draft").waitFor()
    await drafts.getByRole("button", { name: "Throw away A draft" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Throw away" }).click()
    await expect.poll(() => page.getByText("A draft", { exact: true }).count()).toBe(0)
    await page.close()
  })

  test("is walked with the arrow keys, and clear to everybody", async () => {
    await sent(["VF-2026-04664"], "Walked")
    const { page } = await open()
    await result(page, "Walked").waitFor()
    const list = page.getByRole("list", { name: "Bulk messages", exact: true })
    await list.getByRole("link").first().focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect.poll(() => list.getByRole("link").nth(1).getAttribute("aria-current")).toBe("true")
    expect(await violationsOf(page)).toEqual([])
    await page.close()
  })
})

describe("refuses", () => {
  test("to show what is not there", async () => {
    const { page } = await running.open("tabs/work.html#/bulk/01a201f0-4edc-7532-8c3d-f1722744f275", size)
    await page.getByText("This could not be loaded").waitFor()
    await page.close()
  })
})

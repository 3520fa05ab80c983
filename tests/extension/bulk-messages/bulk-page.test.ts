import type { BulkMessage } from "@casepost/shared/bulk-messages"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../support/axe.ts"
import { type Asking, askAs, inBoth, noContent, openBulk } from "../../support/bulk.ts"
import { waitForMails } from "../../support/mails.ts"
import { signedInExtension } from "../../support/signed-in-extension.ts"

const size = { width: 1100, height: 800 }
/** In a matter and with an address; in none; marked “do not message”. */
const inMatter = ["VF-2026-05598", "VF-2026-05187", "VF-2026-04664"]
const inNone = "VF-2026-04183"
const notToBeMessaged = "VF-2026-04066"
const aboutMatter = (subject: string) => inBoth(subject, "<p>It is part of {{matter.number}}.</p>")

let running: Awaited<ReturnType<typeof signedInExtension>>
let ask: Asking
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example", "light", { isMailing: true })
  ask = await askAs(running.house, "sanne@demo.example")
}, 240_000)
afterAll(() => running?.close())

async function open(numbers: readonly string[], content = aboutMatter("Your matter")) {
  const bulk = await openBulk({ house: running.house, ask }, numbers, content)
  const { page, errors } = await running.open(`tabs/work.html#/bulk/${bulk.id}`, size)
  await page.getByRole("heading", { name: "Send messages", level: 1 }).waitFor()
  return { bulk, page, errors }
}

const now = async ({ id }: BulkMessage) => (await ask("GET", `bulk-messages/${id}`)) as BulkMessage
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click()
const file = { name: "Payment-details.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") }
const preview = (page: Page) => page.getByRole("region", { name: "Preview" })
const row = (page: Page, customer: string) => page.getByRole("listitem").filter({ hasText: customer })

describe("does", () => {
  test("from writing to sent: a value filled in on the spot, one case taken out, each mail its own", async () => {
    const { page, errors, bulk } = await open([...inMatter, inNone, notToBeMessaged])
    await page.getByText("5 invoices in VDM Bouwmaterialen NL").waitFor()
    await page.getByText("3 messages by e-mail").waitFor()
    await page.getByText("2 cases are left out.").waitFor()
    await press(page, "Fill in")
    const field = page.getByRole("textbox", { name: /^Matter number for Jansen/ })
    await expect.poll(() => field.evaluate(one => one === document.activeElement)).toBe(true)
    await page.keyboard.type("DC-7000")
    await page.keyboard.press("Enter")
    await page.getByText("4 messages by e-mail").waitFor()
    await row(page, "Jansen & Zonen").getByText("Ready").waitFor()
    await preview(page).getByText("DC-7000").waitFor()
    await page.getByRole("radio", { name: /^All/ }).click()
    await row(page, "Garage Ten Brink").getByText("Do not message", { exact: true }).waitFor()
    await row(page, "Keukens de Boer").getByText("Message to").or(row(page, "Keukens de Boer").locator("label")).click()
    await row(page, "Keukens de Boer").getByText("Taken out").waitFor()
    await page.getByText("3 messages by e-mail").waitFor()
    await page.keyboard.press("Control+Enter")
    await page.getByText("Sending 3 messages").waitFor()
    await page.getByText("Done, 3 messages").waitFor({ timeout: 60_000 })
    const mails = await waitForMails(running.house.config.publicUrl, 3, mail => mail.subject === "Your matter")
    expect(mails.every(mail => mail.to.length === 1 && mail.cc.length === 0)).toBe(true)
    expect(new Set(mails.map(mail => mail.to[0])).size).toBe(3)
    expect(mails.filter(mail => mail.text.includes("DC-7000"))).toHaveLength(1)
    await expect.poll(async () => (await now(bulk)).results["left-out"]).toBe(2)
    expect(errors).toEqual([])
    await page.close()
  })

  test("writes once in each language, and the message beside it follows", async () => {
    const { page, errors, bulk } = await open(inMatter, noContent)
    await page.getByRole("textbox", { name: "Subject" }).click()
    await page.keyboard.type("About ")
    await page.keyboard.type("{invoice num")
    await page.keyboard.press("Enter")
    await page.getByRole("textbox", { name: "Message text in Dutch" }).click()
    await page.keyboard.type("Wilt u betalen?")
    await preview(page)
      .getByRole("heading", { name: /^About VF-2026/ })
      .waitFor()
    await preview(page).getByText("Wilt u betalen?").waitFor()
    await preview(page).getByText("Message 1 of 3").waitFor()
    await page.keyboard.press("Alt+ArrowDown")
    await preview(page).getByText("Message 2 of 3").waitFor()
    await expect.poll(async () => (await now(bulk)).content.texts).toMatchObject([{ language: "nl" }])
    await page.reload()
    await page.getByRole("textbox", { name: "Message text in Dutch" }).getByText("Wilt u betalen?").waitFor()
    expect(errors).toEqual([])
    await page.close()
  })

  test("takes it back within ten seconds, and it is being written again", async () => {
    const { page, bulk } = await open(inMatter.slice(0, 2))
    await press(page, "Send to customer")
    await press(page, "Undo")
    await page.getByRole("tab", { name: "Write" }).waitFor()
    expect((await now(bulk)).state).toBe("writing")
    await page.close()
  })

  test("pauses, goes on, and stops the rest after asking once; what left is not called back", async () => {
    // With a file mails leave one by one, ten a second.
    const bulk = (await ask("POST", "bulk-messages/preview", {
      selection: { by: "filter", filter: { kind: "invoice", overdueDays: 1 } },
      content: inBoth("With a file", "<p>See the file.</p>"),
    })) as BulkMessage
    const { page, errors } = await running.open(`tabs/work.html#/bulk/${bulk.id}`, size)
    await page.locator("input[type=file]").setInputFiles(file)
    await page.getByRole("button", { name: "Remove Payment-details.pdf" }).waitFor()
    await press(page, "Send to customer")
    await page.getByText(/^Sending \d+ of \d+/).waitFor()
    await press(page, "Pause")
    await page.getByText(/^Paused, \d+ of \d+ sent/).waitFor()
    const paused = await now(bulk)
    expect(paused.state).toBe("paused")
    await page.reload()
    await press(page, "Resume")
    await page.getByText(/^Sending \d+ of \d+/).waitFor()
    await press(page, "Stop the rest")
    await page.getByRole("alertdialog").getByRole("button", { name: "Stop the rest" }).click()
    await page.getByText(/^Stopped, \d+ of \d+ sent/).waitFor()
    await expect.poll(async () => (await now(bulk)).results.cancelled ?? 0).toBeGreaterThan(0)
    expect(errors).toEqual([])
    await page.close()
  })

  test("draws only the cases in sight of hundreds, and the keys reach the last", async () => {
    const bulk = (await ask("POST", "bulk-messages/preview", {
      selection: { by: "filter", filter: { kind: "invoice" } },
      content: aboutMatter("Hundreds"),
    })) as BulkMessage
    const { page, errors } = await running.open(`tabs/work.html#/bulk/${bulk.id}`, size)
    await page.getByRole("tab", { name: /^Check \d+ cases/ }).click()
    const rows = page.getByRole("list", { name: "Cases" }).getByRole("listitem")
    await rows.first().getByRole("button").first().focus()
    await expect
      .poll(async () => {
        await page.keyboard.press("End")
        return rows.last().getAttribute("aria-posinset")
      })
      .toBe(String(bulk.total))
    expect(await rows.count()).toBeLessThan(50)
    await expect.poll(() => rows.last().evaluate(last => last.contains(document.activeElement))).toBe(true)
    expect(errors).toEqual([])
    await page.close()
  })

  test("is clear to everybody, in Write and in Check", async () => {
    const { page } = await open([...inMatter, inNone, notToBeMessaged])
    await preview(page).getByText("Message 1 of 3").waitFor()
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole("tab", { name: "Check 5 cases" }).click()
    await row(page, "Jansen & Zonen").getByText("Value missing").waitFor()
    expect(await violationsOf(page)).toEqual([])
    await page.close()
  })
})

describe("refuses", () => {
  test("to send without a subject, and says in which language", async () => {
    const { page, bulk } = await open(inMatter, inBoth("", "<p>Please pay.</p>"))
    await press(page, "Send to customer")
    await page
      .getByText(/^Write a subject in (Dutch|English)\.$/)
      .first()
      .waitFor()
    expect((await now(bulk)).state).toBe("writing")
    await page.close()
  })
})

describe("protects", () => {
  test("what was written in another tab: nothing is overwritten, nothing is lost", async () => {
    const { page, bulk } = await open(inMatter, inBoth("First", "<p>First.</p>"))
    await page.getByRole("textbox", { name: "Message text in Dutch" }).waitFor()
    await ask("PUT", `bulk-messages/${bulk.id}`, { version: bulk.version, content: inBoth("Theirs", "<p>Theirs.</p>") })
    await page.getByRole("textbox", { name: "Message text in Dutch" }).click()
    await page.keyboard.type("Mine. ")
    await page.getByText(/Changed in another tab/).waitFor()
    await press(page, "Show that")
    await page.getByRole("textbox", { name: "Message text in Dutch" }).getByText("Theirs.").waitFor()
    await press(page, "Put it back")
    await page.getByRole("textbox", { name: "Message text in Dutch" }).getByText("Mine.").waitFor()
    await page.close()
  })
})

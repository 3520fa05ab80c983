import { contacts, invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { drafts } from "@casepost/backend/drafts/tables"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

const panel = { width: 464, height: 900 }
let running: Awaited<ReturnType<typeof signedInExtension>>
let known: typeof invoices.$inferSelect
let invoice: typeof invoices.$inferSelect
let made = 0
const owner = () => running.house.database.owner

beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
  const [found] = await owner().select().from(invoices).where(eq(invoices.number, "VF-2026-04183"))
  if (!found) throw new Error("The demo has no invoice VF-2026-04183.")
  known = found
}, 240_000)
afterAll(() => running?.close())
beforeEach(async () => {
  made += 1
  invoice = { ...known, id: newId(), number: `${known.number}-${made}` }
  await owner().insert(invoices).values(invoice)
})

async function write() {
  const { page, errors } = await running.open(`tabs/compose.html?kind=invoice&id=${invoice.id}&write=1`, panel)
  await subject(page).waitFor()
  await text(page).waitFor()
  return { page, errors }
}
const subject = (page: Page) => page.getByRole("textbox", { name: "Subject" })
const text = (page: Page) => page.getByRole("textbox", { name: "Message text" })
async function type(page: Page, into: ReturnType<typeof subject>, words: string) {
  await into.click()
  await page.keyboard.type(words)
}
const sent = () => owner().select().from(messages).where(eq(messages.caseId, invoice.id))

describe("does", () => {
  test("shows the values of the case in subject and text, and sends them filled in", async () => {
    const { page, errors } = await write()
    await type(page, subject(page), "About {{invoice.number}}")
    await type(page, text(page), "{inv num")
    await page.getByRole("listbox", { name: "Placeholders" }).waitFor()
    await page.keyboard.press("Enter")
    await page.keyboard.type(" is due on {{invoice.dueDate}}")
    await page
      .getByRole("button", { name: `Invoice number: ${invoice.number}` })
      .first()
      .waitFor()
    await page.getByText("2 placeholders filled from this case").waitFor()
    await expect.poll(() => subject(page).textContent()).toBe(`About ${invoice.number}`)
    await page.keyboard.press("Control+Enter")
    await page.getByText(/Sending to Jansen/).waitFor()
    const [message] = await sent()
    expect(message?.subject).toBe(`About ${invoice.number}`)
    expect(message?.bodyHtml).toMatch(new RegExp(`^<p>${invoice.number} is due on \\d+ October 2026</p>$`))
    expect(errors).toEqual([])
    await page.close()
  })

  test("fills in by hand what is missing, and then sends", async () => {
    const { page } = await write()
    await type(page, subject(page), "Your matter")
    await type(page, text(page), "Matter {{matter.number}} goes on")
    await page.getByRole("button", { name: "Matter number missing" }).waitFor()
    await page.keyboard.press("Control+Enter")
    const window = page.getByRole("dialog", { name: /Matter number/ })
    await window.waitFor()
    await page.keyboard.type("M-2026-7")
    await page.keyboard.press("Enter")
    await expect.poll(() => text(page).textContent()).toBe("Matter M-2026-7 goes on")
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Message text")
    await page.keyboard.press("Control+Enter")
    await page.getByText(/Sending to Jansen/).waitFor()
    expect((await sent())[0]?.bodyHtml).toBe("<p>Matter M-2026-7 goes on</p>")
    await page.close()
  })

  test("takes a fallback for what is missing", async () => {
    const { page } = await write()
    await type(page, subject(page), "Your matter")
    await type(page, text(page), "About {{matter.number}}")
    await page.getByRole("button", { name: "Matter number missing" }).click()
    await page.getByRole("textbox", { name: "What stands here" }).fill("your file")
    await page.getByRole("button", { name: "Use as fallback" }).click()
    await expect.poll(() => text(page).textContent()).toBe("About your file")
    await expect
      .poll(async () => (await owner().select().from(drafts).where(eq(drafts.caseId, invoice.id)))[0]?.content.bodyHtml)
      .toContain("{{matter.number|your file}}")
    await page.close()
  })

  test("shows in the preview what the server says is missing", async () => {
    const { page } = await write()
    await type(page, subject(page), "Your matter")
    await type(page, text(page), "About {{matter.number}}")
    await page.getByRole("button", { name: "Preview", exact: true }).click()
    const preview = page.getByRole("dialog", { name: "Preview" })
    await preview.getByText("It cannot be sent so.").waitFor()
    await preview.getByText("Matter number is missing for this case.").waitFor()
    await page.close()
  })
})

describe("refuses", () => {
  test("to send a missing value: names it, leads to it, keeps every word", async () => {
    const { page } = await write()
    await type(page, subject(page), "About {{matter.number}}")
    await type(page, text(page), "Hello {{matter.description}}")
    await page.getByRole("button", { name: /^Send to customer/ }).click()
    await page.getByRole("alert").getByText("Matter number is missing for this case.").waitFor()
    await page.getByRole("alert").getByText("Matter description is missing for this case.").waitFor()
    await page.getByRole("dialog", { name: /Matter number/ }).waitFor()
    await page.keyboard.press("Escape")
    expect(await text(page).textContent()).toContain("Hello")
    expect(await sent()).toEqual([])
    await page.close()
  })

  test("to send what stands in braces and is no placeholder", async () => {
    const { page } = await write()
    await type(page, subject(page), "About this")
    await type(page, text(page), "Hello {{nobody.knows}}")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("alert").getByText("{{nobody.knows}} is not a placeholder.").waitFor()
    expect(await sent()).toEqual([])
    await page.close()
  })

  test("when only the server knows that a value went: says so at the text and keeps it", async () => {
    const { page } = await write()
    await type(page, subject(page), "About this")
    await type(page, text(page), "Dear {{contact.salutation}}, hello")
    await page.getByRole("button", { name: /^Contact salutation: Mr Jansen/ }).waitFor()
    const before = await owner().select().from(contacts).where(eq(contacts.customerId, invoice.customerId))
    await owner().update(contacts).set({ salutation: null }).where(eq(contacts.customerId, invoice.customerId))
    await page.keyboard.press("Control+Enter")
    await page
      .getByRole("alert")
      .getByText(/Contact salutation/)
      .first()
      .waitFor()
    await page.getByRole("button", { name: "Contact salutation missing" }).waitFor()
    expect(await text(page).textContent()).toContain(", hello")
    expect(await sent()).toEqual([])
    for (const { id, salutation } of before)
      await owner().update(contacts).set({ salutation }).where(eq(contacts.id, id))
    await page.close()
  })
})

describe("protects", () => {
  for (const scheme of ["light", "dark"] as const)
    test(`everybody's reading: nothing for axe to find with values, a missing one and its window (${scheme})`, async () => {
      const { page } = await write()
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
      await type(page, subject(page), "About {{invoice.number}}")
      await type(page, text(page), "Hello {{user.name}}, {{matter.number}} and {{nobody.knows}}")
      await page.getByRole("button", { name: "Matter number missing" }).waitFor()
      const wrong = () => violationsOf(page)
      expect(await wrong()).toEqual([])
      await page.getByRole("button", { name: "Matter number missing" }).click()
      await page.getByRole("dialog", { name: /Matter number/ }).waitFor()
      expect(await wrong()).toEqual([])
      await page.close()
    })
})

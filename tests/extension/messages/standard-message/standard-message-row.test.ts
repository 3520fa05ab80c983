import { users } from "@casepost/backend/access/tables"
import { attachments } from "@casepost/backend/attachments/tables"
import { invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { drafts } from "@casepost/backend/drafts/tables"
import { messages, recipients } from "@casepost/backend/messages/tables"
import { administrations } from "@casepost/backend/organisations/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { standardMessages, standardMessageTexts } from "@casepost/backend/standard-messages/tables"
import { and, eq, like } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { contextOf } from "../../../support/make.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"
import { makeStandardMessage } from "../../../support/standard-messages.ts"

const panel = { width: 464, height: 900 }
let running: Awaited<ReturnType<typeof signedInExtension>>
let known: typeof invoices.$inferSelect
let invoice: typeof invoices.$inferSelect
let made = 0

const english = (subject: string | null, bodyHtml: string) => ({ language: "en" as const, subject, bodyHtml })
const owner = () => running.house.database.owner

beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
  const [found] = await owner().select().from(invoices).where(eq(invoices.number, "VF-2026-04183"))
  const [admin] = await owner().select().from(users).where(eq(users.email, "admin@demo.example"))
  const [smit] = await owner().select().from(relations).where(eq(relations.name, "Smit & Hoekstra Bailiffs"))
  const [kuiper] = await owner().select().from(relations).where(eq(relations.name, "Kuiper Accountants"))
  if (!found || !admin || !smit || !kuiper) throw new Error("The demo lacks what these tests write about.")
  known = found
  const { organisationId, administrationId } = known
  const context = await contextOf(running.house, {
    userId: admin.id,
    name: admin.name,
    email: admin.email,
    organisationId,
  })
  const add = (values: Parameters<typeof makeStandardMessage>[2]) =>
    makeStandardMessage(context, administrationId, values)
  await add({
    description: "Zest of a second reminder",
    texts: [
      english(
        "Invoice {{invoice.number}} is still open",
        "<p>Dear {{contact.salutation|Sir or Madam}},</p><p>Please pay {{invoice.openAmount}}.</p>",
      ),
      { language: "nl", subject: "Factuur {{invoice.number}} staat nog open", bodyHtml: "<p>Beste klant,</p>" },
    ],
    cc: [{ kind: "relation", relationId: smit.id }],
    attachInvoicePdf: true,
  })
  await add({ description: "Zest without a subject", texts: [english(null, "<p>Only a text.</p>")] })
  await add({
    description: "Zest in Dutch alone",
    texts: [{ language: "nl", subject: "Alleen Nederlands", bodyHtml: "<p>Beste klant,</p>" }],
  })
  await add({
    description: "Zest with a relation that is gone",
    texts: [english(null, "<p>With a copy.</p>")],
    cc: [{ kind: "relation", relationId: kuiper.id }],
  })
  const archived = await add({ description: "Zest of long ago", texts: [english(null, "<p>Old.</p>")] })
  await owner().update(standardMessages).set({ archivedAt: new Date() }).where(eq(standardMessages.id, archived.id))
  await owner()
    .delete(relationAdministrations)
    .where(
      and(
        eq(relationAdministrations.relationId, kuiper.id),
        eq(relationAdministrations.administrationId, administrationId),
      ),
    )
}, 240_000)
afterAll(() => running?.close())
beforeEach(async () => {
  made += 1
  invoice = { ...known, id: newId(), number: `${known.number}-${made}` }
  await owner().insert(invoices).values(invoice)
})

async function write(size = panel) {
  const { page, errors } = await running.open(`tabs/compose.html?kind=invoice&id=${invoice.id}&write=1`, size)
  await chooser(page).waitFor()
  await subject(page).waitFor()
  return { page, errors }
}
const chooser = (page: Page) => page.getByRole("combobox", { name: "Standard message", exact: true })
const subject = (page: Page) => page.getByRole("textbox", { name: "Subject" })
const text = (page: Page) => page.getByRole("textbox", { name: "Message text" })
const copies = (page: Page) => page.getByRole("list", { name: "CC", exact: true }).getByRole("listitem")

/** From the field itself, by keyboard: what is marked first is taken by Enter. */
async function choose(page: Page, typed: string) {
  await chooser(page).focus()
  await page.keyboard.type(typed)
  await page.getByRole("listbox", { name: "Standard messages" }).getByRole("option").first().waitFor()
  await page.keyboard.press("Enter")
}
const kept = async () => {
  const [draft] = await owner().select().from(drafts).where(eq(drafts.caseId, invoice.id))
  return draft?.content
}

describe("does", () => {
  test("goes from the search to a sent message by keyboard alone", async () => {
    const { page, errors } = await write()
    await choose(page, "zest second")
    await page.getByText("“Zest of a second reminder” was put in.").waitFor()
    await expect.poll(() => subject(page).textContent()).toBe(`Invoice ${invoice.number} is still open`)
    await expect.poll(() => text(page).textContent()).toMatch(/^Dear Mr Jansen,Please pay €12,480.50\.$/)
    await expect.poll(() => copies(page).first().textContent()).toContain("Smit & Hoekstra")
    expect(await copies(page).first().getAttribute("title")).toContain("Added by “Zest of a second reminder”")
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Message text")
    await page.keyboard.press("Control+Enter")
    await page.getByText("Not sent. The invoice PDF is missing").waitFor()
    await page.getByRole("button", { name: "Go without it" }).press("Enter")
    await page.keyboard.press("Control+Enter")
    await page.getByText(/Sending to Jansen/).waitFor()
    const [sent] = await owner().select().from(messages).where(eq(messages.caseId, invoice.id))
    expect(sent).toMatchObject({ subject: `Invoice ${invoice.number} is still open` })
    expect(sent?.bodyHtml).toContain("Please pay €12,480.50.")
    const to = await owner()
      .select({ role: recipients.role })
      .from(recipients)
      .where(eq(recipients.messageId, sent?.id ?? ""))
    expect(to.map(one => one.role).sort()).toEqual(["cc", "to"])
    expect(errors).toEqual([])
    await page.close()
  })

  test("shows how many match, what an option brings, and a preview that Tab shows in another language", async () => {
    const { page } = await write()
    await chooser(page).click()
    await page.keyboard.type("zest")
    const list = page.getByRole("listbox", { name: "Standard messages" })
    await expect.poll(() => list.getByRole("option").count()).toBe(4)
    const option = list.getByRole("option", { name: /Zest of a second reminder/ })
    expect(await option.textContent()).toMatch(/Dear \{Contact salutation\}.*CC 1(NLEN|ENNL)/)
    await expect.poll(() => list.getByRole("option", { name: /Dutch alone/ }).textContent()).toContain("no English")
    await page.keyboard.type(" second")
    const preview = page.getByRole("region", { name: "Preview of Zest of a second reminder" })
    await preview.getByText("€12,480.50").waitFor()
    await preview.getByText("Adds CC Smit & Hoekstra Bailiffs").waitFor()
    await page.keyboard.press("Tab")
    await preview.getByText("Beste klant,").waitFor()
    await page.keyboard.press("Enter")
    await expect.poll(() => text(page).textContent()).toBe("Beste klant,")
    await page.close()
  })

  test("says which language was taken where the customer's is missing", async () => {
    const { page } = await write()
    await choose(page, "zest dutch")
    await page.getByText("No English text; Dutch was taken.").waitFor()
    await expect.poll(() => subject(page).textContent()).toBe("Alleen Nederlands")
    await page.close()
  })

  test("names who is no longer available and was left out", async () => {
    const { page } = await write()
    await choose(page, "zest gone")
    await page.getByText("Kuiper Accountants is no longer available and was left out.").waitFor()
    expect(await copies(page).count()).toBe(0)
    await page.close()
  })

  test("says that the invoice's PDF is missing, and what to do", async () => {
    const { page } = await write()
    await choose(page, "zest second")
    const files = await owner().select().from(attachments).where(eq(attachments.ownerId, invoice.id))
    expect(files).toEqual([])
    await page.getByText(`It asks for the PDF of ${invoice.number}, and there is none.`).waitFor()
    await page.getByRole("button", { name: "Attach a file" }).first().waitFor()
    await page.close()
  })

  test("puts subject, text and recipients back as they were by Undo", async () => {
    const { page } = await write()
    await text(page).click()
    await page.keyboard.type("My own words")
    await choose(page, "zest second")
    await page.getByRole("button", { name: "Replace", exact: true }).click()
    await expect.poll(() => copies(page).count()).toBe(1)
    await page.getByRole("button", { name: "Undo", exact: true }).click()
    await expect.poll(() => text(page).textContent()).toBe("My own words")
    expect(await subject(page).textContent()).toBe("")
    expect(await copies(page).count()).toBe(0)
    await expect.poll(async () => (await kept())?.standardMessageId).toBeNull()
    await page.close()
  })

  test("takes away what the first brought when another is chosen", async () => {
    const { page } = await write()
    await choose(page, "zest second")
    await expect.poll(() => copies(page).count()).toBe(1)
    await choose(page, "zest without")
    await expect.poll(() => text(page).textContent()).toBe("Only a text.")
    expect(await copies(page).count()).toBe(0)
    expect((await subject(page).textContent())?.trim()).toBe("")
    await page.getByRole("button", { name: "Take out Zest without a subject" }).click()
    await expect.poll(async () => (await text(page).textContent())?.trim()).toBe("")
    await page.close()
  })

  test("opens at the text by a slash in an empty line, and gives words that are no search back to the text", async () => {
    const { page } = await write()
    await text(page).click()
    await page.keyboard.type("/")
    await page.getByRole("listbox", { name: "Standard messages" }).waitFor()
    await page.keyboard.type("24 hours")
    await page.getByText("No standard message with “24 hours”.").first().waitFor()
    await page.keyboard.press("Escape")
    await expect.poll(() => text(page).textContent()).toBe("/24 hours")
    await page.keyboard.press("Enter")
    await page.keyboard.type("/zest without")
    await page.getByRole("option", { name: /Zest without a subject/ }).waitFor()
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Put it above" }).click()
    await expect.poll(() => text(page).textContent()).toMatch(/^Only a text\.\/24 hours/)
    await page.close()
  })

  test("searches five thousand standard messages without drawing more than are seen", async () => {
    const few = await keypress()
    await addMany(5_000)
    const many = await keypress()
    await owner().delete(standardMessages).where(like(standardMessages.description, "Many %"))
    expect(many.found).toBeGreaterThan(5_000)
    expect(many.drawn).toBeLessThan(30)
    expect(many.took / Math.max(few.took, 16)).toBeLessThan(4)
  }, 240_000)

  test("is restored on another surface, its chips and the mark of its copies intact", async () => {
    const { page } = await write()
    await choose(page, "zest second")
    await expect.poll(async () => (await kept())?.bodyHtml).toContain("{{contact.salutation|Sir or Madam}}")
    await page.close()
    const other = await write({ width: 400, height: 900 })
    await expect.poll(() => chooser(other.page).inputValue()).toBe("Zest of a second reminder")
    await expect.poll(() => text(other.page).textContent()).toContain("Dear Mr Jansen")
    await expect.poll(() => copies(other.page).first().getAttribute("title")).toContain("Added by")
    await choose(other.page, "zest without")
    await expect.poll(() => text(other.page).textContent()).toBe("Only a text.")
    expect(await copies(other.page).count()).toBe(0)
    await other.page.close()
  })
})

describe("refuses", () => {
  test("to write over typed words without asking", async () => {
    const { page } = await write()
    await subject(page).click()
    await page.keyboard.type("My subject")
    await text(page).click()
    await page.keyboard.type("My own words")
    await choose(page, "zest second")
    await page.getByText("You have written something already.").waitFor()
    expect(await text(page).textContent()).toBe("My own words")
    await page.keyboard.press("Escape")
    expect(await text(page).textContent()).toBe("My own words")
    await choose(page, "zest second")
    await page.getByRole("button", { name: "Keep mine" }).click()
    expect(await subject(page).textContent()).toBe("My subject")
    expect(await copies(page).count()).toBe(0)
    await choose(page, "zest second")
    // The answer that loses nothing has the focus.
    await page.getByRole("button", { name: "Put it above" }).waitFor()
    await page.keyboard.press("Enter")
    await expect.poll(() => text(page).textContent()).toMatch(/^Dear Mr Jansen,.*My own words$/)
    expect(await subject(page).textContent()).toBe("My subject")
    await page.close()
  })
  test("to offer what was archived", async () => {
    const { page } = await write()
    await chooser(page).click()
    await page.keyboard.type("zest of long")
    await page.getByText("No standard message with “zest of long”.").first().waitFor()
    await page.close()
  })
})

describe("protects", () => {
  for (const scheme of ["light", "dark"] as const)
    test(`everybody's reading: nothing for axe to find, open, asked and put in (${scheme})`, async () => {
      const { page } = await write()
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
      const wrong = () => violationsOf(page)
      await text(page).click()
      await page.keyboard.type("Mine")
      await chooser(page).focus()
      await page.keyboard.type("zest")
      await page
        .getByRole("region", { name: /^Preview of/ })
        .getByText(/Jansen|klant|Only|copy/)
        .first()
        .waitFor()
      expect(await wrong()).toEqual([])
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: "Replace", exact: true }).waitFor()
      expect(await wrong()).toEqual([])
      await page.getByRole("button", { name: "Replace", exact: true }).click()
      await page.getByRole("button", { name: "Undo", exact: true }).waitFor()
      expect(await wrong()).toEqual([])
      await page.close()
    })

  test("a closed list from swallowing Esc, and an open one from closing what is around it", async () => {
    const { page } = await write()
    await chooser(page).focus()
    await page.getByRole("listbox", { name: "Standard messages" }).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("listbox", { name: "Standard messages" }).waitFor({ state: "detached" })
    await chooser(page).waitFor()
    await page.keyboard.press("Escape")
    await chooser(page).waitFor({ state: "detached" })
    await page.close()
  })

  test("an administration without any: says so, and who can add them", async () => {
    const { page } = await write()
    const [other] = await owner()
      .select()
      .from(administrations)
      .where(and(eq(administrations.organisationId, known.organisationId), eq(administrations.name, "VDM Verhuur")))
    await owner()
      .delete(standardMessages)
      .where(eq(standardMessages.administrationId, other?.id ?? ""))
    const [elsewhere] = await owner()
      .select()
      .from(invoices)
      .where(eq(invoices.administrationId, other?.id ?? ""))
      .limit(1)
    await page.goto(page.url().replace(invoice.id, elsewhere?.id ?? ""))
    await chooser(page).click()
    await page
      .getByText(/VDM Verhuur has no standard messages yet/)
      .first()
      .waitFor()
    await page
      .getByText(/An administrator adds them/)
      .first()
      .waitFor()
    await page.close()
  })
})

async function addMany(count: number): Promise<void> {
  const { organisationId, administrationId } = known
  const rows = Array.from({ length: count }, (_, place) => ({
    id: newId(),
    organisationId,
    administrationId,
    description: `Many ${place}`,
  }))
  for (let from = 0; from < count; from += 1_000) {
    const some = rows.slice(from, from + 1_000)
    await owner().insert(standardMessages).values(some)
    await owner()
      .insert(standardMessageTexts)
      .values(
        some.map(({ id: standardMessageId, description }) => ({
          organisationId,
          standardMessageId,
          language: "en",
          subject: `About ${description}`,
          bodyHtml: `<p>Dear {{contact.name|Sir or Madam}}, this is ${description} and it goes on for a while.</p>`,
        })),
      )
  }
}

/** Milliseconds from a keypress to the painted list, the middle of several; and how many options were drawn at most. */
async function keypress(): Promise<{ took: number; drawn: number; found: number }> {
  const { page } = await write()
  await chooser(page).click()
  await page.getByRole("listbox", { name: "Standard messages" }).getByRole("option").first().waitFor()
  const found = Number(await page.getByRole("option").first().getAttribute("aria-setsize"))
  const measured = await chooser(page).evaluate(async input => {
    const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set
    const took: number[] = []
    let drawn = 0
    for (const typed of [
      "m",
      "ma",
      "man",
      "many",
      "many 4",
      "many 49",
      "many 4",
      "many",
      "",
      "z",
      "ze",
      "zes",
      "ze",
      "",
    ]) {
      const start = performance.now()
      type?.call(input, typed)
      input.dispatchEvent(new Event("input", { bubbles: true }))
      await new Promise<void>(done => requestAnimationFrame(() => setTimeout(done)))
      took.push(performance.now() - start)
      drawn = Math.max(drawn, document.querySelectorAll("[role=option]").length)
    }
    took.sort((a, b) => a - b)
    return { took: took[took.length >> 1] ?? 0, drawn }
  })
  await page.close()
  return { ...measured, found }
}

import { contacts, customers, invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { drafts } from "@casepost/backend/drafts/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { and, eq, isNotNull, like, ne } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

const compose = { width: 464, height: 800 }

let running: Awaited<ReturnType<typeof signedInExtension>>
/** The demo's invoice that Sanne wrote about, and one like it for each test, so that no draft is met twice. */
let known: typeof invoices.$inferSelect
let invoice: typeof invoices.$inferSelect
let made = 0

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
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

const owner = () => running.house.database.owner

async function openCompose(size = compose) {
  const opened = await running.open(`tabs/compose.html?kind=invoice&id=${invoice.id}&write=1`, size)
  await field(opened.page, "To").waitFor()
  return opened
}
function field(page: Page, name: "To" | "CC" | "BCC") {
  return page.getByRole("combobox", { name, exact: true })
}
/** What stands in a row, as it is read. */
function tokens(page: Page, name: "To" | "CC" | "BCC") {
  return page.getByRole("list", { name, exact: true }).getByRole("listitem")
}
async function close(page: Page) {
  await page.close({ runBeforeUnload: false })
}
async function relation(name: string) {
  const [found] = await owner().select().from(relations).where(eq(relations.name, name))
  if (!found) throw new Error(`The demo has no relation ${name}.`)
  return found
}
/** Waits until the draft is kept with this in it: "Draft saved" may still be of what was typed before. */
async function keptWith(text: string) {
  const kept = () => owner().select().from(drafts).where(eq(drafts.caseId, invoice.id))
  await expect.poll(async () => JSON.stringify(await kept())).toContain(text)
}
async function unlink(relationId: string) {
  const here = and(
    eq(relationAdministrations.relationId, relationId),
    eq(relationAdministrations.administrationId, invoice.administrationId),
  )
  await owner().delete(relationAdministrations).where(here)
}
async function link(relationId: string) {
  const { organisationId, administrationId } = invoice
  await owner().insert(relationAdministrations).values({ organisationId, administrationId, relationId })
}
async function paste(page: Page, name: "To" | "CC", text: string) {
  await field(page, name).evaluate((input, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text", pasted)
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

describe("does", () => {
  test("opens on focus with nothing typed, relations and then colleagues, each with kind and address", async () => {
    const { page, errors } = await openCompose()
    await field(page, "CC").focus()
    const options = page.getByRole("listbox", { name: "CC" }).getByRole("option")
    await options.first().waitFor()
    await page.getByRole("option", { name: "Kuiper Accountants , relation, debiteuren@kuiperacc.example" }).waitFor()
    await page.keyboard.press("End")
    await expect.poll(() => options.last().textContent()).toContain(", colleague, ")
    await page.keyboard.press("Home")
    await expect.poll(() => options.first().textContent()).toContain(", relation, ")
    expect(errors).toEqual([])
    await close(page)
  })

  test("finds without accents in name and address, and adds, marks and takes away with the keyboard alone", async () => {
    const { page } = await openCompose()
    await field(page, "CC").focus()
    await page.keyboard.type("KÜIPERACC")
    await page.getByText("1 result", { exact: true }).waitFor({ state: "attached" })
    await page.keyboard.press("Enter")
    await expect.poll(() => tokens(page, "CC").allTextContents()).toEqual(["KAKuiper Accountants"])
    await page.getByText("Kuiper Accountants added to CC. 1 recipient.").waitFor({ state: "attached" })
    expect(await page.getByRole("option", { name: /Kuiper/ }).getAttribute("aria-selected")).toBe("true")
    await page.keyboard.type("groot")
    await page.keyboard.press("Tab")
    await expect.poll(() => tokens(page, "CC").count()).toBe(2)
    expect(await field(page, "BCC").evaluate(input => input === document.activeElement)).toBe(true)
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Backspace")
    await expect.poll(() => tokens(page, "CC").count()).toBe(2)
    await page.keyboard.press("Backspace")
    await page.getByText("De Groot Tax Advice removed from CC. 1 recipient.").waitFor({ state: "attached" })
    await page.keyboard.press("Escape")
    await page.getByRole("listbox", { name: "CC", exact: true }).waitFor({ state: "detached" })
    await close(page)
  })

  test("takes pasted addresses in any common form, relations as relations", async () => {
    const { page } = await openCompose()
    await field(page, "CC").focus()
    await paste(page, "CC", '"Jansen, P." <p@x.example>; q@y.example\ndebiteuren@kuiperacc.example')
    await expect
      .poll(() => tokens(page, "CC").allTextContents())
      .toEqual(["JPJansen, P., typed", "Qq@y.example, typed", "KAKuiper Accountants"])
    await close(page)
  })

  test("says before sending that an address is another customer's", async () => {
    const [other] = await owner()
      .select({ address: contacts.address, customer: customers.name })
      .from(contacts)
      .innerJoin(customers, eq(customers.id, contacts.customerId))
      .where(
        and(
          eq(customers.administrationId, invoice.administrationId),
          ne(customers.id, invoice.customerId),
          isNotNull(contacts.address),
        ),
      )
      .limit(1)
    const { page } = await openCompose()
    await field(page, "CC").focus()
    await page.keyboard.type(other?.address ?? "")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.getByText(`Address of another customer: ${other?.customer}`).first().waitFor()
    await close(page)
  })

  test("leads an administrator to add a relation nobody is called by", async () => {
    const { page } = await openCompose()
    await field(page, "CC").focus()
    await page.keyboard.type("Deloo")
    await page
      .locator("p", {
        hasText:
          "No relation called 'Deloo' in VDM Bouwmaterialen NL. Add a relation, or press Enter to use an address.",
      })
      .waitFor()
    await page.keyboard.press("ArrowDown")
    const [added] = await Promise.all([running.context.waitForEvent("page"), page.keyboard.press("Enter")])
    await expect.poll(() => added.url()).toContain("options.html#/relations/new")
    await added.close()
    await close(page)
  })

  test("searches five thousand relations without drawing more than are seen", async () => {
    const few = await keypress()
    await addMany(5_000)
    const many = await keypress()
    expect(many.drawn).toBeLessThan(30)
    await owner().delete(relations).where(like(relations.address, "%@many.example"))
    expect(many.took / Math.max(few.took, 16)).toBeLessThan(4)
  }, 120_000)

  test.each(["light", "dark"] as const)("is readable for everybody, %s", async scheme => {
    const { page, errors } = await openCompose()
    await page.emulateMedia({ colorScheme: scheme })
    await field(page, "CC").focus()
    await page.keyboard.type("kuiper@")
    await page.keyboard.press("Enter")
    await page.keyboard.type("e")
    await page.getByRole("option").first().waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(errors).toEqual([])
    await close(page)
  })
})

describe("refuses", () => {
  test("to send to what is no address: it stays, through another visit too, until it is corrected", async () => {
    const { page } = await openCompose()
    await field(page, "CC").focus()
    await page.keyboard.type("ap@jansen")
    await page.keyboard.press("Enter")
    await page.getByRole("alert").getByText("“ap@jansen” is not a complete e-mail address.").waitFor()
    await keptWith('"ap@jansen"')
    await page.reload()
    await expect.poll(() => tokens(page, "CC").allTextContents()).toEqual(["ap@jansen, not a complete address"])
    await field(page, "CC").focus()
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Enter")
    await expect.poll(() => field(page, "CC").inputValue()).toBe("ap@jansen")
    await page.keyboard.type(".example")
    await page.keyboard.press("Enter")
    await expect.poll(() => tokens(page, "CC").allTextContents()).toEqual(["APap@jansen.example, typed"])
    expect(await page.getByRole("alert").count()).toBe(0)
    await close(page)
  })

  test("to make a relation the receiver without asking", async () => {
    const { page } = await openCompose()
    await field(page, "To").focus()
    expect(await page.getByRole("option", { name: /Kuiper/ }).count()).toBe(0)
    await page.keyboard.type("debiteuren@kuiperacc.example")
    await page.keyboard.press("Enter")
    await page.getByText("Kuiper Accountants is a relation, not this customer.").waitFor()
    await page.getByRole("button", { name: "Move to CC" }).click()
    await expect.poll(() => tokens(page, "CC").allTextContents()).toEqual(["KAKuiper Accountants"])
    await page.getByText("Kuiper Accountants moved to CC. 1 recipient.").waitFor({ state: "attached" })
    await close(page)
  })

  test("to resend to a relation without asking", async () => {
    const page = await openResend()
    const dialog = page.getByRole("dialog", { name: "Resend" })
    await dialog.getByRole("combobox", { name: "To", exact: true }).focus()
    await page.keyboard.type("debiteuren@kuiperacc.example")
    await page.keyboard.press("Enter")
    await dialog.getByText("Kuiper Accountants is a relation, not this customer.").waitFor()
    await dialog.getByRole("button", { name: "Move to CC" }).click()
    await dialog.getByRole("list", { name: "CC", exact: true }).getByText("Kuiper Accountants").waitFor()
    await page.keyboard.press("Escape")
    await close(page)
  })

  test("to fail without a way on: the list says why, and tries again", async () => {
    await running.context.route("**/recipients", route => route.abort())
    const { page } = await openCompose()
    await field(page, "CC").focus()
    await page
      .getByText(/The names could not be loaded/)
      .first()
      .waitFor()
    await running.context.unroute("**/recipients")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.getByRole("option", { name: /Kuiper Accountants/ }).waitFor()
    await close(page)
  })
})

describe("protects", () => {
  test("from copying in who was unlinked meanwhile: taken out of the open form and said, nothing else lost", async () => {
    const { page } = await openCompose()
    const kuiper = await relation("Kuiper Accountants")
    await field(page, "CC").focus()
    await page.keyboard.type("kuiper")
    await page.keyboard.press("Enter")
    await page.getByRole("textbox", { name: "Subject" }).fill("Delivery note")
    await page.getByRole("textbox", { name: "Message text" }).click()
    await page.keyboard.type("Attached is the delivery note.")
    await keptWith("Attached is the delivery note.")
    await unlink(kuiper.id)
    await page.getByRole("button", { name: /^Send to customer/ }).click()
    await page
      .getByText("Kuiper Accountants is no longer available in VDM Bouwmaterialen NL and was taken out.")
      .waitFor()
    expect(await tokens(page, "CC").count()).toBe(0)
    expect(await page.getByRole("textbox", { name: "Subject" }).textContent()).toBe("Delivery note")
    expect(await page.getByText("Attached is the delivery note.").count()).toBeGreaterThan(0)
    await page.getByRole("button", { name: "OK" }).click()
    await page.getByText(/no longer available/).waitFor({ state: "detached" })
    await link(kuiper.id)
    await close(page)
  })

  test("from meeting a kept draft without being told who was unlinked since, once", async () => {
    const { page } = await openCompose()
    const kuiper = await relation("Kuiper Accountants")
    await field(page, "CC").focus()
    await page.keyboard.type("kuiper")
    await page.keyboard.press("Enter")
    await keptWith(kuiper.id)
    await close(page)
    await unlink(kuiper.id)
    const { page: again } = await openCompose()
    await again
      .getByText("Kuiper Accountants is no longer available in VDM Bouwmaterialen NL and was taken out.")
      .waitFor()
    expect(await tokens(again, "CC").count()).toBe(0)
    await again.getByText(/Draft saved/).waitFor()
    const kept = () => owner().select().from(drafts).where(eq(drafts.caseId, invoice.id))
    await expect.poll(async () => (await kept())[0]?.content).toMatchObject({ cc: [] })
    await close(again)
    const { page: third } = await openCompose()
    await third.getByText(/Draft saved/).waitFor()
    expect(await third.getByText(/no longer available/).count()).toBe(0)
    await link(kuiper.id)
    await close(third)
  })

  test("from resending to anybody the last attempt did not go to: standing copies are not added again", async () => {
    const customer = eq(customers.id, invoice.customerId)
    await owner()
      .update(customers)
      .set({ standingCc: ["archief@vdmbouw.example"] })
      .where(customer)
    const { page: writing } = await openCompose()
    await expect
      .poll(() => tokens(writing, "CC").allTextContents())
      .toEqual(["ARarchief@vdmbouw.example, Always copied for this customer"])
    await close(writing)
    const page = await openResend()
    const dialog = page.getByRole("dialog", { name: "Resend" })
    await dialog.getByRole("list", { name: "CC", exact: true }).getByText("Smit & Hoekstra").waitFor()
    expect(await dialog.getByText("archief@vdmbouw.example").count()).toBe(0)
    await owner().update(customers).set({ standingCc: [] }).where(customer)
    await close(page)
  })
})

/** The side panel, with the dialog that resends what Sanne sent about the invoice. */
async function openResend() {
  const { page } = await running.open(`sidepanel.html?kind=invoice&id=${known.id}`, { width: 400, height: 900 })
  const entry = page.getByRole("article", { name: /Message from Sanne de Wit/ }).first()
  await entry.getByRole("button", { name: /menu|more|actions/i }).click()
  await page.getByRole("menuitem", { name: "Resend" }).click()
  await page.getByRole("dialog", { name: "Resend" }).waitFor()
  return page
}

async function addMany(count: number) {
  const { organisationId, administrationId } = invoice
  const many = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    organisationId,
    name: `Relation Å${index} ${["Bakker", "Kuiper", "Visser", "Smit"][index % 4]}`,
    address: `relation${index}@many.example`,
  }))
  for (let at = 0; at < count; at += 1_000) {
    const part = many.slice(at, at + 1_000)
    await owner().insert(relations).values(part)
    await owner()
      .insert(relationAdministrations)
      .values(part.map(({ id }) => ({ organisationId, administrationId, relationId: id })))
  }
}

/** Median milliseconds from a key to the next paint, and how many options were drawn at most. */
async function keypress(): Promise<{ took: number; drawn: number }> {
  const { page } = await openCompose()
  await field(page, "CC").focus()
  await page.getByRole("option").first().waitFor()
  const measured = await field(page, "CC").evaluate(async input => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set
    const took: number[] = []
    let drawn = 0
    for (const text of ["k", "ku", "kui", "ku", "k", "", "v", "vi", "vis", "", "a", "a1", "a12", "a1", "a", ""]) {
      const start = performance.now()
      write?.call(input, text)
      input.dispatchEvent(new Event("input", { bubbles: true }))
      await new Promise<void>(done => requestAnimationFrame(() => setTimeout(done)))
      took.push(performance.now() - start)
      drawn = Math.max(drawn, document.querySelectorAll("[role=option]").length)
    }
    took.sort((a, b) => a - b)
    return { took: took[took.length >> 1] ?? 0, worst: took.at(-1), drawn }
  })
  await close(page)
  return measured
}

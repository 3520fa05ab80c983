import {
  standardMessageRecipients,
  standardMessages,
  standardMessageTexts,
} from "@casepost/backend/standard-messages/tables"
import { and, eq, sql } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import type { RunningExtension } from "../../../support/extension.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: RunningExtension & Awaited<ReturnType<typeof signedInExtension>>

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
})
afterAll(() => running?.close())

const owner = () => running.house.database.owner
const home = "VDM Bouwmaterialen NL"
const save = (page: Page) => page.getByRole("button", { name: "Save standard message" }).click()
const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true })
const description = (page: Page) => page.getByRole("textbox", { name: "Description" })

/** The list of one administration: the demo's first is another. */
async function openList(): Promise<Page> {
  const { page } = await running.open("options.html#/messages")
  await page.getByRole("heading", { name: "Messages", exact: true }).waitFor()
  await page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: /VDM/ }).click()
  await page.getByRole("option", { name: home }).click()
  await page.getByRole("link", { name: "Second reminder, friendly" }).waitFor()
  return page
}

async function openNew(called: string): Promise<Page> {
  const page = await openList()
  await page.getByRole("button", { name: "Add standard message" }).click()
  await description(page).fill(called)
  await text(page).waitFor()
  return page
}

/** The options stand open since the extension was installed: the gear uses that tab again. */
async function settingsTab(): Promise<Page> {
  for (let tries = 0; tries < 300; tries++) {
    const found = running.context.pages().find(one => one.url().endsWith("options.html#/relations"))
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error("The settings never opened.")
}

async function idOf(called: string): Promise<string> {
  const [found] = await owner()
    .select({ id: standardMessages.id })
    .from(standardMessages)
    .where(and(eq(standardMessages.description, called), sql`archived_at is null`))
    .orderBy(sql`(select count(*) from standard_message_texts where standard_message_id = standard_messages.id) desc`)
  if (!found) throw new Error(`There is no standard message ${called}.`)
  return found.id
}

async function textsOf(called: string) {
  const id = await idOf(called)
  return owner().select().from(standardMessageTexts).where(eq(standardMessageTexts.standardMessageId, id))
}

async function readable(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

describe("does", () => {
  test("adds one as an administrator does: gear, Messages, Add standard message, Save standard message", async () => {
    const { page: popup } = await running.open("popup.html", { width: 420, height: 600 })
    await popup.getByRole("button", { name: "Organisation settings" }).click()
    const settings = await settingsTab()
    await settings.getByRole("heading", { name: "Administration settings" }).waitFor()
    await settings.getByRole("link", { name: "Messages", exact: true }).click()
    await settings.getByRole("button", { name: "Add standard message" }).waitFor()
    await Promise.all([settings.close(), popup.close()])
    const page = await openNew("Third reminder")
    await page.getByRole("combobox", { name: "Default CC" }).fill("Smit")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    await page.getByRole("textbox", { name: "Subject" }).click()
    await page.keyboard.type("Factuur {invoice num")
    await page.keyboard.press("Enter")
    await text(page).click()
    await page.keyboard.type("Beste {{contact.salutation|heer of mevrouw}}, zie {portal")
    await page.keyboard.press("Enter")
    await page.getByText("No signature needed here.").waitFor()
    await save(page)
    await page.getByText("Third reminder is added").waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === "Third reminder")
    expect(await textsOf("Third reminder")).toMatchObject([
      {
        language: "nl",
        subject: "Factuur {{invoice.number}}",
        bodyHtml: "<p>Beste {{contact.salutation|heer of mevrouw}}, zie {{portal.link}}</p>",
      },
    ])
    expect(await page.getByRole("row", { name: /Third reminder/ }).textContent()).toContain("1 copy")
    await page.close()
  })

  test("previews every language with the values of a case, and says what a case lacks", async () => {
    const page = await openList()
    await page.getByRole("link", { name: "Second reminder, friendly" }).click()
    const preview = page.getByRole("complementary", { name: "Preview" })
    await preview.getByRole("combobox", { name: "Preview with" }).fill("VF-2026-04183")
    await page.getByRole("option", { name: /^VF-2026-04183/ }).click()
    await page.getByRole("tab", { name: /English/ }).click()
    await preview.getByText("€12,480.50").waitFor()
    await page.getByRole("tab", { name: /Nederlands/ }).click()
    await preview.getByText("€ 12.480,50").waitFor()
    await preview.getByText("All 5 placeholders have a value for this case").waitFor()
    await text(page).click()
    await page.keyboard.press("Control+End")
    await page.keyboard.type(" {{openInvoices.table}}")
    await preview.getByText(/Table of open invoices is missing/).waitFor()
    await page.close()
  })

  test("writes another language, and takes it out again", async () => {
    const page = await openNew("In two languages")
    await text(page).click()
    await page.keyboard.type("Hallo")
    await page.getByRole("button", { name: "Add language" }).click()
    await page.getByRole("menuitem", { name: "Deutsch" }).click()
    await page.getByRole("tab", { name: "Deutsch Not written" }).waitFor()
    await text(page).click()
    await page.keyboard.type("Guten Tag")
    await page.getByRole("tab", { name: "Deutsch", exact: true }).waitFor()
    await page.getByRole("button", { name: "Remove Deutsch" }).click()
    await page.getByRole("button", { name: "Undo" }).click()
    await page.getByRole("tab", { name: "Deutsch", exact: true }).waitFor()
    await save(page)
    await page.getByText("In two languages is added").waitFor()
    expect((await textsOf("In two languages")).map(one => one.language).sort()).toEqual(["de", "nl"])
    await page.close()
  })

  test("copies into another administration and names who is left out there", async () => {
    const page = await openList()
    await page.getByRole("button", { name: "Actions for Deliveries stopped until payment" }).click()
    await page.getByRole("menuitem", { name: "Copy" }).click()
    const dialog = page.getByRole("dialog", { name: /^Copy Deliveries/ })
    await dialog.getByRole("button", { name: /VDM Bouwmaterialen NL/ }).click()
    await page.getByRole("option", { name: "VDM België" }).click()
    await dialog.getByRole("button", { name: "Copy" }).click()
    await page.getByText(/is added in VDM België/).waitFor()
    await page.getByRole("button", { name: "Open", exact: true }).click()
    await page.getByRole("form", { name: "Deliveries stopped until payment" }).waitFor()
    await page.getByRole("button", { name: /VDM België/ }).waitFor()
    await page.close()
  })

  test("archives one and puts it back", async () => {
    const page = await openList()
    await page.getByRole("button", { name: "Actions for New contact person" }).click()
    await page.getByRole("menuitem", { name: "Archive" }).click()
    await page.getByText("New contact person is archived").waitFor()
    await page.getByRole("button", { name: "Show", exact: false }).filter({ hasText: "In use" }).click()
    await page.getByRole("option", { name: "Archived" }).click()
    await page.getByRole("button", { name: "Actions for New contact person" }).click()
    await page.getByRole("menuitem", { name: "Put back" }).click()
    await page.getByText("New contact person is offered again").waitFor()
    await page.getByRole("link", { name: "New contact person" }).waitFor({ state: "detached" })
    await page.close()
  })

  test("finds by the words of the texts", async () => {
    const page = await openList()
    await page.keyboard.press("/")
    await page.keyboard.type("betalingsregeling")
    await page.getByText("1 standard message", { exact: true }).waitFor()
    await page.getByRole("link", { name: "Payment plan confirmed" }).waitFor()
    await page.close()
  })

  test("is readable for everybody, light and dark", async () => {
    const page = await openList()
    await readable(page)
    await page.getByRole("link", { name: "Second reminder, friendly" }).click()
    await page
      .getByRole("article")
      .getByText(/Factuur|Invoice/)
      .first()
      .waitFor()
    await readable(page)
    await page.emulateMedia({ colorScheme: "dark" })
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark")
    await readable(page)
    await page.close()
  })
})

describe("refuses", () => {
  test("one without a description or a text, and leads to what is missing", async () => {
    const page = await openNew("")
    await save(page)
    await page.getByText("Fill in a description.").waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === "INPUT")
    await page.getByText("Write the text in at least one language.").waitFor()
    await page.close()
  })

  test("a placeholder that does not exist, where it stands", async () => {
    const page = await openNew("With a mistake")
    await text(page).click()
    await page.keyboard.type("Factuur {{invoce.number}}")
    await page.getByText("{{invoce.number}} is not a placeholder.").first().waitFor()
    await save(page)
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Text")
    expect(page.url()).toContain("#/messages/new")
    await page.close()
  })

  test("a description that another one has, beside the field", async () => {
    const page = await openNew("second reminder, Friendly")
    await text(page).click()
    await page.keyboard.type("Hallo")
    await save(page)
    await page.getByText(/There is a standard message .* already/).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === "INPUT")
    await page.close()
  })
})

describe("protects", () => {
  test("the page from users who may not change it", async () => {
    const standard = await signedInExtension("sanne@demo.example")
    const { page } = await standard.open("options.html#/messages")
    await page.getByText("Messages is for administrators of an administration. Ask one of them.").waitFor()
    expect(await page.getByRole("link", { name: "Messages", exact: true }).count()).toBe(0)
    await standard.close()
  })

  test("what was typed, until it is saved or thrown away", async () => {
    const page = await openNew("Half a thought")
    await page.getByText("Unsaved changes").waitFor()
    await page.getByRole("link", { name: "Import" }).click()
    await page.getByRole("button", { name: "Keep editing" }).click()
    expect(await description(page).inputValue()).toBe("Half a thought")
    await page.getByRole("button", { name: "Cancel" }).click()
    await page.getByRole("button", { name: "Throw away" }).click()
    await page.getByRole("link", { name: "Second reminder, friendly" }).waitFor()
    await page.close()
  })

  test("finds nothing to save in what was only opened", async () => {
    const page = await openList()
    await page.getByRole("link", { name: "Statement of open invoices" }).click()
    for (const tab of await page.getByRole("tab").all()) await tab.click()
    await text(page).waitFor()
    expect(await page.getByText("Unsaved changes").count()).toBe(0)
    await page.getByRole("button", { name: "Cancel" }).click()
    await page.getByRole("heading", { name: "Messages", exact: true }).waitFor()
    await page.close()
  })

  test("what somebody else saved meanwhile, and what was written over it", async () => {
    const id = await idOf("Part of the amount received")
    const mine = (await running.open(`options.html#/messages/${id}`)).page
    const theirs = (await running.open(`options.html#/messages/${id}`)).page
    for (const page of [mine, theirs]) await description(page).waitFor()
    await description(theirs).fill("Part received, theirs")
    await save(theirs)
    await theirs.getByText("Part received, theirs is saved").waitFor()
    await description(mine).fill("Part received, mine")
    await save(mine)
    await mine.getByText("Somebody else saved this standard message meanwhile.").waitFor()
    expect(await description(mine).inputValue()).toBe("Part received, mine")
    await mine.getByRole("button", { name: "Save mine over it" }).click()
    await mine.getByText("Part received, mine is saved").waitFor()
    await Promise.all([mine.close(), theirs.close()])
  })

  test("a default that is no longer available: shown as such, and kept", async () => {
    const id = await idOf("Handed over to the bailiff")
    await owner().execute(sql`
      delete from relation_administrations using standard_message_recipients r
      where r.standard_message_id = ${id} and r.role = 'bcc' and relation_administrations.relation_id = r.relation_id`)
    const { page } = await running.open(`options.html#/messages/${id}`)
    await page.getByText(/is no longer available in VDM Bouwmaterialen NL/).waitFor()
    await description(page).fill("Handed over, changed")
    await save(page)
    await page.getByText("Handed over, changed is saved").waitFor()
    const kept = await owner()
      .select()
      .from(standardMessageRecipients)
      .where(eq(standardMessageRecipients.standardMessageId, id))
    expect(kept.map(one => one.role).sort()).toEqual(["bcc", "cc"])
    await page.close()
  })
})

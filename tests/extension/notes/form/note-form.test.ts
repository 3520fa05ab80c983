import { invoices } from "@casepost/backend/cases/tables"
import { eq } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { notedTo } from "../../../support/noted-to.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

const compose = { width: 464, height: 800 }

let running: Awaited<ReturnType<typeof signedInExtension>>
let invoiceId: string

beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
  invoiceId = await invoiceIn(running)
}, 240_000)
afterAll(() => running?.close())
beforeEach(async () => {
  await running.house.database.owner.execute("delete from drafts")
  await running.context.serviceWorkers()[0]?.evaluate(async () => {
    const kept = Object.keys(await chrome.storage.local.get())
    await chrome.storage.local.remove(kept.filter(key => key.startsWith("unsaved:")))
  })
})

async function invoiceIn({ house }: typeof running): Promise<string> {
  const [found] = await house.database.owner
    .select({ id: invoices.id })
    .from(invoices)
    .where(eq(invoices.number, "VF-2026-04183"))
  if (!found) throw new Error("The demo has no invoice VF-2026-04183.")
  return found.id
}
async function openWriting(as: "message" | "note", by = running) {
  const opened = await by.open(`tabs/compose.html?kind=invoice&id=${invoiceId}&write=1&as=${as}`, compose)
  const form = opened.page.getByRole("form", { name: as === "note" ? "New note" : "New message" })
  await form.getByRole("textbox", { name: as === "note" ? "Note text" : "Message text" }).waitFor()
  return { ...opened, form }
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))
const text = (page: Page, name = "Note text") => page.getByRole("textbox", { name }).textContent()

describe("does", () => {
  test("writes a note with a mention, a relation and a reminder by keyboard alone, to be mailed to the relation", async () => {
    const { page, form, errors } = await openWriting("note")
    await expect.poll(() => focused(page)).toBe("Note text")
    await page.keyboard.type("He names a date before Friday. Ask @joo")
    await page.getByRole("option", { name: /Joost Bakker/ }).waitFor()
    await page.keyboard.press("Enter")
    await page.keyboard.type("to wait.")
    expect(await text(page)).toBe("He names a date before Friday. Ask @Joost Bakker to wait.")
    await page.keyboard.press("Tab")
    await expect.poll(() => focused(page)).toBe("Add recipient")
    await page.keyboard.type("kuiper")
    await page.getByRole("option", { name: /Kuiper Accountants/ }).waitFor()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    await form.getByText("1 recipient gets it by e-mail").waitFor()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await form.getByText("Sanne de Wit (you)").waitFor()
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press("Control+Enter")
    await page.getByText("Note saved, 1 recipient gets it by e-mail").waitFor()
    const card = page.getByRole("article", { name: /^Internal note from Sanne de Wit/ }).first()
    await card.getByText("Mailed to Kuiper Accountants").waitFor()
    await card.getByText(/^Reminder .* to you$/).waitFor()
    await expect.poll(() => card.locator(".mention").allTextContents()).toEqual(["@Joost Bakker"])
    await expect.poll(() => notedTo(running.house)).toContain("debiteuren@kuiperacc.example")
    expect(errors).toEqual([])
    await page.close()
  })

  test("gives back all that was typed after a reload, half-typed addresses and reminder too", async () => {
    const { page, form } = await openWriting("note")
    await expect.poll(() => focused(page)).toBe("Note text")
    await page.keyboard.type("Half a thought")
    await form.getByRole("combobox", { name: "Add recipient", exact: true }).fill("jan@")
    await page.keyboard.press("Tab")
    await form.getByText("Reminder", { exact: true }).click()
    await form.getByLabel("Time", { exact: true }).fill("07:45")
    await page.getByText(/Draft saved/).waitFor()
    await page.reload()
    await expect.poll(() => text(page)).toBe("Half a thought")
    await form.getByText("jan@", { exact: true }).first().waitFor()
    expect(await form.getByLabel("Time", { exact: true }).inputValue()).toBe("07:45")
    await page.close()
  })

  test("finds a zone by what is typed of its city, and takes the first with Enter", async () => {
    const { page, form } = await openWriting("note")
    await form.getByText("Reminder", { exact: true }).click()
    const zone = form.getByRole("combobox", { name: "Time zone" })
    await zone.focus()
    await page.keyboard.type("new y")
    expect(await zone.inputValue()).toBe("new y")
    await page.keyboard.press("Enter")
    await expect.poll(() => zone.inputValue()).toBe("New York")
    await page.getByRole("listbox").waitFor({ state: "detached" })
    await page.close()
  })

  test("goes on where recipients are typed once it was said what happens to a customer's address", async () => {
    const { page, form } = await openWriting("note")
    for (const answer of ["Leave it out", "Mail it anyway"]) {
      await form.getByRole("combobox", { name: "Add recipient", exact: true }).fill("info@jansen.example")
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: answer }).focus()
      await page.keyboard.press("Enter")
      await expect.poll(() => focused(page)).toBe("Add recipient")
    }
    await form.getByText(/^\d+ recipients? gets? it by e-mail/).waitFor()
    await page.close()
  })

  test("keeps Esc for the innermost: the list of names, then the form, which keeps the draft", async () => {
    const { page } = await openWriting("note")
    await expect.poll(() => focused(page)).toBe("Note text")
    await page.keyboard.type("Ask @")
    await page.getByRole("listbox", { name: "Colleagues" }).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("listbox", { name: "Colleagues" }).waitFor({ state: "detached" })
    expect(await text(page)).toContain("Ask @")
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: "Note", exact: true }).click()
    await expect.poll(() => text(page)).toContain("Ask @")
    await page.getByText(/Draft saved/).waitFor()
    await page.close()
  })
})

describe("refuses", () => {
  test("an empty note, and a reminder that has passed, beside what is wrong", async () => {
    const { page, form } = await openWriting("note")
    await form.getByRole("button", { name: "Save note" }).click()
    await form.getByText("Write a note.").waitFor()
    await page.getByRole("textbox", { name: "Note text" }).click()
    await page.keyboard.type("Call back")
    await form.getByText("Reminder", { exact: true }).click()
    await form.getByLabel("Date").fill("2020-01-01")
    await form.getByRole("button", { name: "Save note" }).click()
    await form.getByText("This moment has passed. Choose a later one.").waitFor()
    expect(await text(page)).toBe("Call back")
    await page.close()
  })

  test("to mail a customer's address without asking", async () => {
    const { page, form } = await openWriting("note")
    await page.getByRole("textbox", { name: "Note text" }).click()
    await page.keyboard.type("For the customer?")
    await form.getByRole("combobox", { name: "Add recipient", exact: true }).fill("info@jansen.example")
    await page.keyboard.press("Enter")
    await form.getByText(/is an address of .*\(this customer\). Mail the note there\?/).waitFor()
    await form.getByRole("button", { name: "Save note" }).click()
    await form.getByText("Say first whether the customer's address is to get this note.").waitFor()
    await form.getByRole("button", { name: "Leave it out" }).click()
    await form.getByText("nobody is e-mailed").waitFor()
    await page.close()
  })
})

describe("protects", () => {
  test("a note from becoming a message, and a message from becoming a note, without a word", async () => {
    const { page } = await openWriting("note")
    await expect.poll(() => focused(page)).toBe("Note text")
    await page.keyboard.type("Between us: he is broke.")
    await page.getByRole("tab", { name: "Message" }).click()
    const asked = page.getByRole("alertdialog", { name: "Write a message instead?" })
    await asked.getByText("The customer will be able to read it.").waitFor()
    await asked.getByRole("button", { name: "Cancel" }).click()
    expect(await text(page)).toBe("Between us: he is broke.")
    await page.getByRole("tab", { name: "Message" }).click()
    await asked.getByRole("button", { name: "Start an empty message" }).click()
    await page.getByRole("textbox", { name: "Message text" }).waitFor()
    expect(await text(page, "Message text")).not.toContain("broke")
    await page.getByRole("textbox", { name: "Message text" }).click()
    await page.keyboard.type("Dear customer")
    await page.getByText(/Draft saved/).waitFor()
    await page.getByRole("tab", { name: "Note" }).click()
    await expect.poll(() => text(page)).toBe("Between us: he is broke.")
    await page.getByRole("tab", { name: "Message" }).click()
    await expect.poll(() => text(page, "Message text")).toBe("Dear customer")
    await page.close()
  })

  test("customers and strangers from a restricted user, who writes notes to colleagues and relations only", async () => {
    const rick = await signedInExtension("rick@demo.example")
    try {
      invoiceId = await invoiceIn(rick)
      const { page } = await rick.open(`tabs/compose.html?kind=invoice&id=${invoiceId}`, compose)
      expect(await page.getByRole("button", { name: "Message", exact: true }).getAttribute("aria-disabled")).toBe(
        "true",
      )
      await page.getByRole("button", { name: "Note", exact: true }).click()
      const form = page.getByRole("form", { name: "New note" })
      await form.getByRole("combobox", { name: "Add recipient", exact: true }).fill("stranger@elsewhere.example")
      await page.keyboard.press("Enter")
      await form
        .getByText(/colleagues and relations, not other addresses/)
        .first()
        .waitFor()
      await form.getByText("nobody is e-mailed").waitFor()
      // He may not send, so nothing is asked of a text for the customer.
      await form.getByRole("textbox", { name: "Note text" }).click()
      await page.keyboard.type("Between us.")
      await page.getByRole("tab", { name: "Message" }).click()
      await page.getByRole("form", { name: "New message" }).waitFor()
      await page.close()
    } finally {
      await rick.close()
      invoiceId = await invoiceIn(running)
    }
  })
})

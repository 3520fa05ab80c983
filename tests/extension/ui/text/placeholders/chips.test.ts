import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../../../support/axe.ts"
import type { RunningExtension } from "../../../../support/extension.ts"
import { signedInExtension } from "../../../../support/signed-in-extension.ts"

let running: RunningExtension

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
})
afterAll(() => running?.close())

const subject = (page: Page) => page.getByRole("textbox", { name: "Subject" })
const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true })
const chip = (page: Page, label: string) => page.getByRole("button", { name: label })

async function openEditor(): Promise<Page> {
  const { page } = await running.open("options.html#/messages/new")
  await text(page).click()
  return page
}

/** What a text is to everybody else: copied, as plain text. */
async function copied(page: Page): Promise<string> {
  await page.evaluate(() => {
    const keep = (event: ClipboardEvent) => {
      document.body.dataset.copied = event.clipboardData?.getData("text/plain") ?? ""
    }
    window.addEventListener("copy", keep, { once: true })
  })
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Control+c")
  return page.evaluate(() => document.body.dataset.copied ?? "")
}

describe("does", () => {
  test("makes a chip of what is typed in braces, and one of what the menu offers", async () => {
    const page = await openEditor()
    await page.keyboard.type("A {{invoice.number}} b {due")
    await page
      .getByRole("listbox", { name: "Placeholders" })
      .getByRole("option", { name: /^Due date/ })
      .waitFor()
    await page.keyboard.press("Enter")
    await page.keyboard.type(" c {{contact sal")
    await page.keyboard.press("Tab")
    await chip(page, "Placeholder Due date").waitFor()
    expect(await copied(page)).toBe("A {{invoice.number}} b {{invoice.dueDate}} c {{contact.salutation}}")
    await page.close()
  })

  test("inserts one from the button, found by its label", async () => {
    const page = await openEditor()
    await page.getByRole("button", { name: "Insert placeholder" }).click()
    const search = page.getByRole("searchbox", { name: "Search placeholders" })
    await search.waitFor()
    await page.keyboard.press("Escape")
    await search.waitFor({ state: "detached" })
    await page.keyboard.press("Enter")
    await search.waitFor()
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.type("portal")
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Text")
    await page.keyboard.type("!")
    expect(await copied(page)).toBe("{{portal.link}}!")
    await page.close()
  })

  test("keeps a fallback, and removes a chip, by keyboard only", async () => {
    const page = await openEditor()
    await page.keyboard.type("{{contact.name}}")
    await chip(page, "Placeholder Contact name").waitFor()
    await page.keyboard.press("Backspace")
    await page.getByText("Press Enter to change it, Backspace to remove it.").waitFor({ state: "attached" })
    await page.keyboard.press("Enter")
    await page.getByRole("textbox", { name: "If empty" }).fill("Sir {or} Madam")
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Text")
    expect(await copied(page)).toBe("{{contact.name|Sir or Madam}}")
    await page.keyboard.press("End")
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Backspace")
    await chip(page, "Placeholder Contact name").waitFor({ state: "detached" })
    await page.keyboard.press("Control+z")
    await chip(page, "Placeholder Contact name").waitFor()
    await page.close()
  })

  test("keeps chips over copy and paste, from the text into the subject too", async () => {
    const page = await openEditor()
    await page.keyboard.type("One {{invoice.number}}")
    await page.keyboard.press("Enter")
    await page.keyboard.type("two {{invoice.amount}}")
    await copied(page)
    await subject(page).click()
    await page.keyboard.press("Control+v")
    await subject(page).getByRole("button", { name: "Placeholder Invoice amount" }).waitFor()
    await subject(page).focus()
    expect(await copied(page)).toBe("One {{invoice.number}} two {{invoice.amount}}")
    await page.close()
  })
})

describe("refuses", () => {
  test("a subject longer than 300 characters as it is saved, and line breaks", async () => {
    const page = await openEditor()
    await subject(page).click()
    await page.keyboard.type("{{invoice.number}}")
    await page.keyboard.press("Enter")
    await page.keyboard.insertText("x".repeat(282))
    await page.keyboard.type("yz")
    const line = await copied(page)
    expect(line).toHaveLength(300)
    expect(line.endsWith("x")).toBe(true)
    await page.close()
  })
})

describe("protects", () => {
  test("somebody who only writes a brace", async () => {
    const page = await openEditor()
    await page.keyboard.type("{a} and {")
    await page.getByRole("listbox", { name: "Placeholders" }).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("listbox", { name: "Placeholders" }).waitFor({ state: "detached" })
    await page.keyboard.type("b} and { c")
    expect(await page.getByRole("listbox", { name: "Placeholders" }).count()).toBe(0)
    expect(await copied(page)).toBe("{a} and {b} and { c")
    await page.close()
  })

  test("shows a name that does not exist as wrong, and keeps it", async () => {
    const page = await openEditor()
    await page.keyboard.type("{{invoce.number}}")
    await chip(page, "There is no placeholder {{invoce.number}}.").waitFor()
    expect(await copied(page)).toBe("{{invoce.number}}")
    await page.close()
  })
})

import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { findCase } from "../../../support/find-case.ts"
import { notedTo } from "../../../support/noted-to.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
}, 240_000)
afterAll(() => running?.close())

/** The timeline of the demo's invoice in the side panel, and the note on it. */
async function openNote() {
  const { page, errors } = await running.open("sidepanel.html", { width: 400, height: 900 })
  await findCase(page, "VF-2026-04183")
  const note = page.getByRole("article", { name: /^Internal note/ }).first()
  await note.waitFor()
  return { page, errors, note, menu: note.getByRole("button", { name: /^More about/ }) }
}

describe("does", () => {
  test("forwards from the three dots, shows to whom and when, and gives the focus back", async () => {
    const { page, errors, note, menu } = await openNote()
    await menu.click()
    await page.getByRole("menuitem", { name: "Forward" }).click()
    const dialog = page.getByRole("dialog", { name: "Forward note" })
    await dialog.getByRole("combobox", { name: "Add recipient", exact: true }).click()
    await page.getByRole("option", { name: /De Groot Tax Advice/ }).click()
    await page.keyboard.press("Escape")
    await dialog.getByText("1 recipient gets it by e-mail").waitFor()
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole("button", { name: "Forward" }).click()
    await note.getByText(/Forwarded to De Groot Tax Advice, \d\d:\d\d/).waitFor()
    await dialog.waitFor({ state: "detached" })
    await expect.poll(() => menu.evaluate(button => button === document.activeElement)).toBe(true)
    await expect.poll(async () => (await notedTo(running.house)).join()).toContain("groot")
    expect(errors).toEqual([])
    await page.close()
  })

  test("sets a reminder and marks the note done", async () => {
    const { page, note, menu } = await openNote()
    await menu.click()
    await page.getByRole("menuitem", { name: "Set reminder" }).click()
    const dialog = page.getByRole("dialog", { name: "Set reminder" })
    await dialog.getByText("Sanne de Wit (you)").waitFor()
    await dialog.getByRole("button", { name: "Set reminder" }).click()
    await note.getByText(/^Reminder .* to you$/).waitFor()
    await note.getByRole("checkbox", { name: "Mark as done" }).click()
    await note.getByRole("checkbox", { name: /^Done by Sanne de Wit/ }).waitFor()
    await page.close()
  })
})

describe("refuses", () => {
  test("to forward to nobody, and to lose who was chosen without asking", async () => {
    const { page, menu } = await openNote()
    await menu.click()
    await page.getByRole("menuitem", { name: "Forward" }).click()
    const dialog = page.getByRole("dialog", { name: "Forward note" })
    await dialog.getByRole("button", { name: "Forward" }).click()
    await dialog.getByText("Add a recipient.").waitFor()
    await dialog.getByRole("combobox", { name: "Add recipient", exact: true }).click()
    await page.getByRole("option", { name: /Joost Bakker/ }).click()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    const asked = page.getByRole("alertdialog", { name: "Close without saving?" })
    await asked.getByRole("button", { name: "Go on" }).click()
    await dialog.getByRole("list", { name: "Add recipient", exact: true }).getByText("Joost Bakker").waitFor()
    await page.close()
  })
})

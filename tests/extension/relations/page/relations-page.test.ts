import { readFile } from "node:fs/promises"
import { demoPassword } from "@casepost/backend/demo/load-demo"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import type { RunningExtension } from "../../../support/extension.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: RunningExtension

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
})
afterAll(() => running?.close())

const nowhere = "With none selected, it is not available anywhere."

async function openRelations(place = ""): Promise<Page> {
  const { page } = await running.open(`options.html#/relations${place}`)
  await page.getByRole("heading", { name: "External relations" }).waitFor()
  await page.getByText(/^\d+ relations$/).waitFor()
  return page
}

async function readable(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

/** Adds a relation with the mouse out of reach: only keys. The focus is on the page's own button first. */
async function addByKeyboard(page: Page, relation: { name: string; address: string; ticks: number }): Promise<void> {
  await page.getByRole("button", { name: "Add relation" }).focus()
  await page.keyboard.press("Enter")
  await page.getByRole("dialog", { name: "Add relation" }).waitFor()
  await page.keyboard.type(relation.name)
  await page.keyboard.press("Tab")
  await page.keyboard.type(relation.address)
  await page.keyboard.press("Tab")
  await page.keyboard.press("Tab")
  for (let tick = 0; tick < relation.ticks; tick++) {
    if (tick > 0) await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Space")
  }
  await page.keyboard.press("Enter")
}

async function waitUntil<T>(find: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = find()
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error("It never came.")
}

const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) })

describe("does", () => {
  test("adds a relation by keyboard only, names where it can be chosen, and moves to its row", async () => {
    const page = await openRelations()
    await addByKeyboard(page, { name: "Deloo Gerechtsdeurwaarders", address: "dossier@deloo.example", ticks: 2 })
    await page
      .getByText("Deloo Gerechtsdeurwaarders can now be chosen in VDM België and VDM Bouwmaterialen NL.")
      .waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === "Deloo Gerechtsdeurwaarders")
    expect(await rowOf(page, "Deloo").textContent()).toContain("VDM Bouwmaterialen NL")
    await page.close()
  })

  test("says before saving that a relation without administrations is available nowhere, and saves it all the same", async () => {
    const page = await openRelations("/new")
    const dialog = page.getByRole("dialog", { name: "Add relation" })
    await dialog.getByText(nowhere).waitFor()
    // A notice with its mark; once one is ticked it is the quiet line under the field.
    const marks = dialog.getByText(nowhere).locator("..").locator("svg")
    expect(await marks.count()).toBe(1)
    await readable(page)
    await dialog.getByRole("button", { name: "Select all" }).click()
    expect(await marks.count()).toBe(0)
    await dialog.getByRole("button", { name: "Select none" }).click()
    await dialog.getByLabel("Name", { exact: true }).fill("Niemandsland")
    await dialog.getByLabel("Email address").fill("niemand@land.example")
    await dialog.getByRole("button", { name: "Add relation" }).click()
    await page.getByText("Niemandsland is added, and is not available anywhere yet.").waitFor()
    expect(await rowOf(page, "Niemandsland").textContent()).toContain("Not available anywhere")
    await page.close()
  })

  test("is reached by the gear's Organisation settings, and the tab at the left", async () => {
    const { page } = await running.open("popup.html", { width: 420, height: 600 })
    await page.getByRole("button", { name: "Organisation settings" }).click()
    // The options stand open since the extension was installed: that tab is used again.
    const shown = () => running.context.pages().find(one => one.url().endsWith("options.html#/relations"))
    const opened = await waitUntil(shown)
    await opened.getByRole("link", { name: "External relations" }).click()
    await opened.getByRole("button", { name: "Add relation" }).click()
    await opened.getByRole("dialog", { name: "Add relation" }).waitFor()
    await opened.close()
    await page.close()
  })

  test("opens a relation from its row, and says what unlinking takes away", async () => {
    const page = await openRelations()
    await page.getByRole("link", { name: "Verzekeringsbureau Delta" }).focus()
    await page.keyboard.press("Enter")
    const dialog = page.getByRole("dialog", { name: "Edit relation" })
    await dialog.getByRole("button", { name: "Remove VDM België" }).click()
    await dialog.getByText("Once saved, it is gone in VDM België").waitFor()
    await dialog.getByLabel("Name", { exact: true }).fill("Delta Verzekeringen")
    await dialog.getByRole("button", { name: "Save changes" }).click()
    await page.getByText("Delta Verzekeringen is saved, and can be chosen in VDM Verhuur.").waitFor()
    await page.close()
  })

  test("names what uses a relation before deleting it", async () => {
    const page = await openRelations()
    await page.getByRole("button", { name: "Actions for Smit & Hoekstra Bailiffs" }).click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    const dialog = page.getByRole("alertdialog", { name: /^Delete Smit/ })
    await dialog.getByText("These use it, and will go on without it.").waitFor()
    await dialog.getByRole("heading", { name: /standard message/ }).waitFor()
    await readable(page)
    await dialog.getByRole("button", { name: "Delete relation" }).click()
    await page.getByText("Smit & Hoekstra Bailiffs is deleted").waitFor()
    await page.close()
  })

  test("searches, narrows to those available nowhere, and turns the order round", async () => {
    const page = await openRelations()
    await page.getByRole("button", { name: "Sort by Name" }).click()
    await page.getByRole("columnheader", { name: "Sort by Name" }).and(page.locator("[aria-sort=descending]")).waitFor()
    await page.getByRole("button", { name: "Sort by Administrations" }).click()
    await page.getByRole("row").nth(1).getByText("Not available anywhere").waitFor()
    await page.getByLabel("Search name or address").fill("wouda")
    await page.getByText("1 relation", { exact: true }).waitFor()
    await page.getByLabel("Search name or address").fill("nobody at all")
    await page.getByText("No relation found").waitFor()
    await page.getByRole("button", { name: "Show all" }).click()
    await page.getByText(/^\d+ relations$/).waitFor()
    await page.close()
  })

  test("imports a file after showing line by line what it would do, and exports", async () => {
    const page = await openRelations("/import")
    const rows = ["name;email address;administrations", "Nieuw;nieuw@rel.example;VDM Verhuur", "Fout;geen-adres;", ""]
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "relations.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) })
    await page
      .getByRole("row", { name: /geen-adres/ })
      .getByText("Refused")
      .waitFor()
    await readable(page)
    await page.getByRole("button", { name: "Import 1 relation" }).click()
    await page.getByText("1 relation imported").waitFor()
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export" }).click(),
    ])
    expect(await readFile(await download.path(), "utf8")).toContain("nieuw@rel.example")
    await page.close()
  })
})

describe("refuses", () => {
  test("an address that another relation has, names that one, and keeps what was typed", async () => {
    const page = await openRelations("/new")
    const dialog = page.getByRole("dialog", { name: "Add relation" })
    await dialog.getByLabel("Name", { exact: true }).fill("Nog een Wouda")
    await dialog.getByLabel("Email address").fill("Hanna@Wouda.example")
    await dialog.getByText("Wouda Advocaten has this address already.").waitFor()
    await dialog.getByRole("button", { name: "Add relation" }).click()
    await dialog.locator("[aria-invalid=true]").waitFor()
    expect(await dialog.getByLabel("Name", { exact: true }).inputValue()).toBe("Nog een Wouda")
    await dialog.getByRole("button", { name: "Edit that one" }).click()
    await page.getByRole("button", { name: "Throw away" }).click()
    await page.getByRole("dialog", { name: "Edit relation" }).waitFor()
    await page.close()
  })

  test("an empty name and half an address, beside their fields", async () => {
    const page = await openRelations("/new")
    const dialog = page.getByRole("dialog", { name: "Add relation" })
    await dialog.getByLabel("Email address").fill("half@")
    await page.keyboard.press("Enter")
    await dialog.getByText("Fill in a name.").waitFor()
    await dialog.getByText("This is not a complete e-mail address.").waitFor()
    await page.close({ runBeforeUnload: false })
  })
})

describe("protects", () => {
  test("what was typed from Esc, the back button and another address", async () => {
    const page = await openRelations()
    await page.getByRole("button", { name: "Add relation" }).click()
    const dialog = page.getByRole("dialog", { name: "Add relation" })
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Add relation" }).click()
    await dialog.getByLabel("Name", { exact: true }).fill("Half written")
    const question = page.getByRole("alertdialog", { name: "Throw changes away?" })
    await page.keyboard.press("Escape")
    await question.getByRole("button", { name: "Keep editing" }).click()
    await page.evaluate(() => history.back())
    await question.getByRole("button", { name: "Keep editing" }).click()
    await page.evaluate(() => {
      location.hash = "#/my-settings"
    })
    await question.waitFor()
    expect(await dialog.getByLabel("Name", { exact: true }).inputValue()).toBe("Half written")
    await question.getByRole("button", { name: "Throw away" }).click()
    await page.getByRole("heading", { name: "My settings" }).waitFor()
    await page.close()
  })

  test("a filled window when the session ends: the password is asked for over it, and the focus comes back", async () => {
    const page = await openRelations("/new")
    const window = page.getByRole("dialog", { name: "Add relation" })
    await window.getByLabel("Name").fill("Kept Notary")
    await window.getByLabel("Email address").fill("kept@notary.example")
    await page.evaluate(async () => {
      const kept = await chrome.storage.local.get(["session", "serverAddress"])
      const { token } = kept.session as { token: string }
      await fetch(`${kept.serverAddress}/api/auth/sign-out`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: "{}",
      })
    })
    await page.keyboard.press("Enter")
    await page.getByRole("dialog", { name: "Sign in again to go on" }).waitFor()
    await readable(page)
    await page.keyboard.type(demoPassword)
    await page.keyboard.press("Enter")
    await window.waitFor()
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe("kept@notary.example")
    await page.keyboard.press("Enter")
    await window.waitFor({ state: "detached" })
    await rowOf(page, "Kept Notary").waitFor()
    await page.close()
  })

  test("the page from names that are markup or far too long", async () => {
    const page = await openRelations()
    const name = `<img src=x onerror="document.title='hit'"> ${"W".repeat(150)}`
    await addByKeyboard(page, { name, address: "hostile@names.example", ticks: 0 })
    await page.getByRole("link", { name: /onerror/ }).waitFor()
    expect(await page.title()).not.toBe("hit")
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await readable(page)
    await page.close()
  })

  test("a relation that is not there from being guessed at", async () => {
    const { page } = await running.open("options.html#/relations/0197f000-0000-7000-8000-000000000000")
    await page.getByText("This relation is not there. It may have been deleted.").waitFor()
    await page.close()
  })

  test("the page from those who are no administrator of the organisation", async () => {
    const other = await signedInExtension("rick@demo.example")
    const { page } = await other.open("options.html#/relations/new")
    await page.getByText("You have no right to change this").waitFor()
    expect(await page.getByRole("link", { name: "External relations" }).count()).toBe(0)
    await readable(page)
    await other.close()
  })
})

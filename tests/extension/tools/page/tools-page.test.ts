import { AxeBuilder } from "@axe-core/playwright"
import type { House } from "@casepost/backend/context"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { RunningExtension } from "../../../support/extension.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: RunningExtension & { house: House }
let server: string

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example", "light", { hosts: ["http://localhost/*"] })
  server = running.house.config.publicUrl
})
afterAll(() => running?.close())

async function openTools(place = "", size = { width: 1200, height: 800 }): Promise<Page> {
  const { page } = await running.open(`options.html#/tools${place}`, size)
  await page.getByRole("heading", { level: 1 }).waitFor()
  return page
}

async function readable(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(" ")}`)).toEqual([])
}

const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) })
const switchOf = (page: Page, name: string) =>
  page.getByRole("switch", { name: `${name} on for the organisation`, exact: true })

/** Chrome's own question cannot be pressed here: this is its answer. */
async function answerPermission(page: Page, answer: boolean): Promise<void> {
  await page.evaluate(given => {
    chrome.permissions.request = (() => Promise.resolve(given)) as typeof chrome.permissions.request
  }, answer)
}

describe("does", () => {
  test("says of every tool how recognition goes there, and what this browser has to do with it", async () => {
    const page = await openTools()
    await rowOf(page, "Grootboek Online").waitFor()
    expect(await rowOf(page, "Grootboek Online").textContent()).toMatch(
      /Finds casesinvoice and customer, \d+ this week/,
    )
    expect(await rowOf(page, "Boekhoud België").first().textContent()).toMatch(
      /Finds fewer since \w+on 4 of 61 pages, point at it again/,
    )
    expect(await rowOf(page, "Postvak Mail").textContent()).toContain(
      "Relations in CC and BCCno case numbers are read here",
    )
    expect(await rowOf(page, "Oude Debiteuren").textContent()).toMatch(/Offswitched off by Lotte Vermeulen, \d+ \w+/)
    const line = page.getByRole("row", { name: "On for the organisation; not yet allowed in this browser: Allow here" })
    // The two of other hosts; the demo's own were granted.
    expect(await line.count()).toBe(2)
    await readable(page)
    await page.close()
  })

  test("switches a tool off for the organisation and on again, and says whose doing it was", async () => {
    const page = await openTools()
    await switchOf(page, "Voorraad Plus").focus()
    await page.keyboard.press("Space")
    await page.getByText("Voorraad Plus is off for the organisation").waitFor()
    await expect.poll(() => rowOf(page, "Voorraad Plus").textContent()).toContain("switched off by Demo Admin")
    await answerPermission(page, true)
    await switchOf(page, "Voorraad Plus").focus()
    await page.keyboard.press("Space")
    await page.getByText("Voorraad Plus is on for the organisation").waitFor()
    await expect.poll(() => rowOf(page, "Voorraad Plus").first().textContent()).toContain("Finds cases")
    await page.close()
  })

  test("adds a tool from a preset that was searched, by keyboard only, and moves to its row", async () => {
    const page = await openTools()
    await answerPermission(page, true)
    await page.getByLabel("Search presets").focus()
    await page.keyboard.type("dynam")
    await page.getByText("No preset called “dynam”.").waitFor()
    await page.keyboard.press("Escape")
    await page.keyboard.type("odoo")
    await expect.poll(() => page.getByRole("link", { name: /^Add / }).count()).toBe(1)
    await page.getByRole("link", { name: "Add Odoo" }).focus()
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => document.activeElement?.matches("input[inputmode=url]"))
    await page.keyboard.type("erp.vdm.example/odoo/?debug=1")
    await page
      .getByText(
        "Kept as https://erp.vdm.example/odoo: pages whose address begins so. Chrome is asked for https://erp.vdm.example only.",
      )
      .waitFor()
    await page.keyboard.press("Enter")
    await page.getByText("Odoo is added").waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === "Odoo")
    expect(await rowOf(page, "Odoo").first().textContent()).toContain("https://erp.vdm.example/odoo")
    await page.close()
  })

  test("asks for the origin that was typed, and no other, when a tool is added", async () => {
    const page = await openTools("/new?address=https://crm.vdm.example/app")
    await page.evaluate(() => {
      chrome.permissions.request = ((asked: unknown) => {
        document.title = JSON.stringify(asked)
        return Promise.resolve(true)
      }) as typeof chrome.permissions.request
    })
    await page.getByLabel("Name", { exact: true }).fill("Klantenbeheer")
    await page.getByRole("button", { name: "Add tool" }).click()
    await page.getByText("Klantenbeheer is added").waitFor()
    await expect.poll(() => page.title()).toContain(JSON.stringify({ origins: ["https://crm.vdm.example/*"] }))
    await page.close()
  })

  test("holds number patterns against the organisation's own numbers and a text of one's own", async () => {
    const page = await openTools("/new?address=https://boek.vdm.example")
    await page.getByRole("button", { name: "Add pattern" }).click()
    await page.keyboard.type("VF-####-#####")
    await page.getByText(/Fits \d+ of \d+ invoice numbers that were looked at\./).waitFor()
    await page.getByLabel("Try the patterns").fill("Betreft factuur VF-2026-04183, klant 100482")
    await page.getByText("Finds VF-2026-04183.").waitFor()
    await page.getByRole("button", { name: "Add pattern" }).click()
    await page.keyboard.type("##-")
    await page.getByText("This would find nearly every number.").waitFor()
    await readable(page)
    await page.close()
  })

  test("tells the administration from the address by a table", async () => {
    const page = await openTools("/new?address=https://boek.vdm.example/{administration}")
    await page.getByLabel("Name", { exact: true }).fill("Boek")
    expect(await page.getByRole("radio", { name: /^From the address/ }).isChecked()).toBe(true)
    await page.getByLabel("In the address, row 1").fill("nl")
    await page.getByRole("button", { name: /Administration, row 1/ }).click()
    await page.getByRole("option", { name: "VDM Verhuur" }).click()
    await readable(page)
    await answerPermission(page, true)
    await page.getByRole("button", { name: "Add tool" }).click()
    await page.getByText("Boek is added").waitFor()
    expect(await rowOf(page, "Boek ").first().textContent()).toContain("From the address")
    await page.close()
  })

  test("tests the rules as they stand on an open page, and says step by step what was found", async () => {
    const { page: list } = await running.open("popup.html")
    await list.goto(`${server}/demo/invoices`)
    await list.locator("tbody a").first().click()
    await list.waitForURL(/\/demo\/invoices\/.+/)
    const page = await openTools()
    await page.getByRole("button", { name: "Actions for Grootboek Online" }).click()
    await page.getByRole("menuitem", { name: "Test on this page" }).click()
    const dialog = page.getByRole("dialog", { name: "Test Grootboek Online on a page" })
    await dialog.getByRole("radio").first().waitFor()
    await dialog.getByRole("button", { name: "Test on this page" }).click()
    await dialog.getByText(/^Recognised, from/).waitFor()
    expect(await dialog.getByRole("listitem").first().textContent()).toContain("Address of the page")
    await readable(page)
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    await page.close()
    await list.close()
  })

  test("hides and shows the launcher of a tool here, from the row and from My settings", async () => {
    const page = await openTools()
    await page.getByRole("button", { name: "Actions for Grootboek Online" }).click()
    await page.getByRole("menuitem", { name: "Hide launcher here" }).click()
    const { page: mine } = await running.open("options.html#/my-settings")
    const launcher = mine.getByRole("switch", { name: "Launcher on Grootboek Online" })
    await launcher.waitFor()
    expect(await launcher.isChecked()).toBe(false)
    await launcher.focus()
    await mine.keyboard.press("Space")
    await page.getByRole("button", { name: "Actions for Grootboek Online" }).click()
    await page.getByRole("menuitem", { name: "Hide launcher here" }).waitFor()
    await readable(mine)
    await mine.close()
    await page.close()
  })

  test("takes a tool away after saying what goes with it", async () => {
    const page = await openTools()
    await page.getByRole("button", { name: "Actions for Oude Debiteuren" }).click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    const dialog = page.getByRole("alertdialog", { name: "Delete Oude Debiteuren?" })
    await dialog.getByText("It goes for everybody in the organisation").waitFor()
    await dialog.getByRole("button", { name: "Delete tool" }).click()
    await page.getByText("Oude Debiteuren is deleted").waitFor()
    await expect.poll(() => rowOf(page, "Oude Debiteuren").count()).toBe(0)
    await page.close()
  })
})

describe("refuses", () => {
  test("an address that is none, beside its field and with the focus there", async () => {
    const page = await openTools("/new")
    await page.getByLabel("Name", { exact: true }).fill("Onbekend")
    await page.getByLabel("Address", { exact: true }).fill("http://boek.vdm.example")
    await page.getByText("The address must begin with https://.").waitFor()
    await page.getByRole("button", { name: "Add tool" }).click()
    await page.waitForFunction(() => document.activeElement?.matches("input[inputmode=url]"))
    await readable(page)
    await page.close()
  })

  test("an address that a tool has already, naming that tool beside the field", async () => {
    const page = await openTools("/new")
    await answerPermission(page, true)
    await page.getByLabel("Name", { exact: true }).fill("Nog een")
    await page.getByLabel("Address", { exact: true }).fill("https://vdm.voorraadplus.example")
    await page.getByRole("button", { name: "Add tool" }).click()
    await page.getByText("is already the address of the tool “Voorraad Plus”").waitFor()
    await page.close()
  })

  test("to switch a tool on where Chrome was not allowed: it stays off, and says what to do", async () => {
    const page = await openTools()
    await switchOf(page, "Voorraad Plus").focus()
    await page.keyboard.press("Space")
    await page.getByText("Voorraad Plus is off for the organisation").waitFor()
    await answerPermission(page, false)
    await switchOf(page, "Voorraad Plus").focus()
    await page.keyboard.press("Space")
    await page.getByText("Nothing was changed: Chrome was not allowed to show Casepost").waitFor()
    expect(await switchOf(page, "Voorraad Plus").isChecked()).toBe(false)
    expect(await rowOf(page, "Voorraad Plus").first().textContent()).toContain("switched off by Demo Admin")
    await page.close()
  })

  test("to save over what somebody else changed meanwhile, unless that is wanted", async () => {
    const page = await openTools()
    await rowOf(page, "Boekhoud België").first().getByRole("link", { name: "Boekhoud België" }).click()
    await page.getByLabel("Name", { exact: true }).waitFor()
    const { page: other } = await running.open(page.url().replace(/^.*options/, "options"))
    await other.getByLabel("Name", { exact: true }).fill("Boekhouding België")
    await other.getByRole("button", { name: "Save tool" }).click()
    await other.getByText("Boekhouding België is saved").waitFor()
    await other.close()
    await page.getByLabel("Name", { exact: true }).fill("Boekhoud België oud")
    await page.getByRole("button", { name: "Save tool" }).click()
    await page.getByText("Somebody else changed this tool meanwhile. What you changed is still here.").waitFor()
    expect(await page.getByRole("link", { name: "See theirs" }).getAttribute("target")).toBe("_blank")
    await page.getByRole("button", { name: "Save mine over it" }).click()
    await page.getByText("Boekhoud België oud is saved").waitFor()
    await page.close()
  })

  test("a tool that does nothing", async () => {
    const page = await openTools("/new?address=https://leeg.vdm.example")
    await page.getByLabel("Name", { exact: true }).fill("Leeg")
    await page.getByText("Looks for case numbers").click()
    await page.getByRole("button", { name: "Add tool" }).click()
    await page.getByText("Choose at least one.").waitFor()
    await page.close()
  })
})

describe("protects", () => {
  test("what was typed and not saved", async () => {
    const page = await openTools("/new?address=https://weg.vdm.example")
    await page.getByLabel("Name", { exact: true }).fill("Half")
    await page.getByRole("link", { name: "External relations" }).click()
    const asked = page.getByRole("alertdialog", { name: "Throw changes away?" })
    await asked.getByRole("button", { name: "Keep editing" }).click()
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Half")
    await page.close({ runBeforeUnload: false })
  })

  test("the reader at 400 pixels: nothing runs out of the page, and it stays readable", async () => {
    const page = await openTools("", { width: 400, height: 800 })
    await rowOf(page, "Grootboek Online").waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    await readable(page)
    await page.close()
  })
})

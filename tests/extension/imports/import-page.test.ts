import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../support/axe.ts"
import type { RunningExtension } from "../../support/extension.ts"
import { signedInExtension } from "../../support/signed-in-extension.ts"

let running: RunningExtension

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
})
afterAll(() => running?.close())

const heading = "Debiteur;Naam;Factuurnr;Openstaand;Vervaldatum;E-mail;Iets anders"

async function openImport(): Promise<Page> {
  const { page } = await running.open("options.html#/import")
  await page.getByText("Drop a CSV file here").waitFor()
  return page
}

async function choose(page: Page, rows: string[]): Promise<void> {
  const text = [heading, ...rows, ""].join("\r\n")
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "open-items.csv", mimeType: "text/csv", buffer: Buffer.from(text) })
}

describe("does", () => {
  test("imports a Dutch file after showing what it would do", async () => {
    const page = await openImport()
    await page.getByText("Additions and changes").click()
    await choose(page, ["99001;Nieuw Bouw B.V.;IMP-2026-0001;1.250,75;17-10-2026;info@nieuwbouw.example;x"])
    const row = page.getByRole("row", { name: /IMP-2026-0001/ })
    await row.getByText("New", { exact: true }).waitFor()
    expect(await row.textContent()).toContain("1,250.75")
    expect(await row.textContent()).toContain("17 Oct 2026")
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole("button", { name: "Import 1 row" }).click()
    await page.getByText("1 row imported").waitFor()
    await page.getByRole("button", { name: "Import another file" }).click()
    await page.getByText("open-items.csv").waitFor()
    await page.close()
  })

  test("checks again when a column is given another meaning", async () => {
    const page = await openImport()
    await page.getByText("Additions and changes").click()
    await choose(page, ["99002;Tweede B.V.;IMP-2026-0002;10,00;17-10-2026;;Havenweg 12"])
    await page.getByRole("row", { name: /IMP-2026-0002/ }).waitFor()
    await page.getByRole("button", { name: /Iets anders/ }).click()
    await page.getByRole("option", { name: "Street" }).click()
    await page
      .getByRole("button", { name: /Street Iets anders|Iets anders/ })
      .getByText("Street")
      .waitFor()
    await page.close()
  })

  test("gives a sample with every documented heading", async () => {
    const page = await openImport()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download a sample" }).click(),
    ])
    const text = await readFile(await download.path(), "utf8")
    expect(text.split("\r\n")[0]).toContain("customerNumber;customerName")
    await page.close()
  })
})

describe("refuses", () => {
  test("one row for its reason, and takes the others", async () => {
    const page = await openImport()
    await page.getByText("Additions and changes").click()
    await choose(page, [
      "99003;Derde B.V.;IMP-2026-0003;10,00;17-10-2026;;",
      "99003;Derde B.V.;IMP-2026-0004;1.318,2O;17-10-2026;;",
    ])
    await page
      .getByRole("row", { name: /IMP-2026-0004/ })
      .getByText("Refused")
      .waitFor()
    await page.getByText("1 row is refused and stays as it is.").waitFor()
    await page.getByRole("button", { name: "Import 1 row" }).waitFor()
    await page.close()
  })
})

describe("protects", () => {
  test("the open invoices of an administration from a file that is not complete", async () => {
    const page = await openImport()
    await choose(page, ["99004;Vierde B.V.;IMP-2026-0005;10,00;17-10-2026;;"])
    await page.getByText(/open invoices are not in this file and will be closed/).waitFor()
    await page.getByRole("button", { name: /^Import 1 row, close/ }).click()
    await page.getByRole("alertdialog").getByText("If the file is not complete").waitFor()
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click()
    await page.getByRole("button", { name: /^Import 1 row, close/ }).waitFor()
    await page.close()
  })
})

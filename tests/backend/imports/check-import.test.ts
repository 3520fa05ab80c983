import { correctAddress } from "@casepost/backend/cases/addresses/correct-address"
import { customers } from "@casepost/backend/cases/tables"
import type { Context } from "@casepost/backend/context"
import { checkImport } from "@casepost/backend/imports/check-import"
import { listImportRows } from "@casepost/backend/imports/list-import-rows"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeUser, makeWorld, type World } from "../../support/make.ts"

type Options = { mode?: "all-open-invoices" | "additions-and-changes"; mapping?: Record<string, "customerName" | null> }

function check(context: Context, world: World, text: string | Uint8Array, options: Options = {}) {
  return checkImport(context, {
    administrationId: world.administrationId,
    fileName: "open-items.csv",
    contentBase64: Buffer.from(text as string).toString("base64"),
    mode: "additions-and-changes",
    ...options,
  })
}

async function verdicts(context: Context, importId: string) {
  const { rows } = await listImportRows(context, { importId, limit: 100 })
  return rows.map(({ row, verdict, detail }) => `${row} ${verdict}${detail ? `: ${detail}` : ""}`)
}

const heading = "Factuurnr;Debiteur;Openstaand;Vervaldatum;E-mail;Contact"

describe("check import", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-23T12:00:00Z"))
  })
  async function makeHouse() {
    const world = await makeWorld(house)
    const jansen = await makeCustomer(house, world, {
      number: "10482",
      name: "Jansen & Zonen",
      address: "info@jansen.example",
    })
    const place = { ...world, customerId: jansen.id }
    await makeInvoice(house, place, { number: "VF-2026-04183" })
    await makeInvoice(house, place, { number: "VF-2026-04377", openAmount: "3310", dueDate: "2026-11-30" })
    return { ...place, jansen }
  }

  describe("does", () => {
    it("says of each row what becomes of it, and why", async () => {
      const world = await makeHouse()
      const kramer = await makeCustomer(house, world, { number: "10391", name: "Kramer", address: "ib@kramer.example" })
      await makeInvoice(house, { ...world, customerId: kramer.id }, { number: "VF-2026-04102" })
      house.setNow(new Date("2026-11-19T12:00:00Z"))
      await correctAddress(world.standard, { customerId: kramer.id, generalAddress: "right@kramer.example" })
      house.setNow(new Date("2026-11-23T12:00:00Z"))
      const checked = await check(
        world.admin,
        world,
        [
          heading,
          "VF-2026-04183;10482;12.480,50;17-10-2026;info@jansen.example;Dhr. P. Jansen",
          "VF-2026-04377;10482;2.210,00;30-11-2026;info@jansen.example;",
          "VF-2026-04402;10482;640,75;07-12-2026;;",
          "VF-2026-04102;10391;12480,50;17-10-2026;ib@kramer.example;",
          "VF-2026-04219;10482;1.318,2O;31-10-2026;;",
          "VF-2026-04402;10482;640,75;07-12-2026;;",
          "VF-9;10999;1,00;07-12-2026;;",
        ].join("\r\n"),
      )
      expect(checked).toMatchObject({
        state: "checked",
        encoding: "UTF-8",
        delimiter: ";",
        rows: 7,
        counts: { new: 1, changed: 1, unchanged: 1, conflict: 1, refused: 3 },
        closes: null,
        by: "Demo Admin",
      })
      expect(checked.columns.at(-1)).toEqual({ heading: "Contact", field: null, sample: "Dhr. P. Jansen" })
      expect(await verdicts(world.admin, checked.id)).toEqual([
        "2 unchanged",
        "3 changed: open amount, was €3,310.00",
        "4 new",
        "5 conflict: Sanne de Wit corrected it on 19 Nov",
        "6 refused: “1.318,2O” is not an amount",
        "7 refused: Row 4 has the same invoice number",
        "8 refused: Customer 10999 is new: a column must give its name",
      ])
    })
    it("changes nothing", async () => {
      const world = await makeHouse()
      await check(
        world.admin,
        world,
        "customerNumber,customerName,invoiceNumber,openAmount,dueDate\n7,New,VF-7,1.00,2026-12-01",
      )
      const rows = await house.database.owner
        .select()
        .from(customers)
        .where(eq(customers.administrationId, world.administrationId))
      expect(rows).toHaveLength(1)
    })
    it("reads Windows-1252, tabs and a byte order mark", async () => {
      const world = await makeHouse()
      const text =
        "customerNumber\tcustomerName\tinvoiceNumber\topenAmount\tdueDate\n7\tCafé Müller\tVF-7\t1.00\t2026-12-01\n"
      const old = await check(world.admin, world, Buffer.from(text, "latin1"))
      expect(old).toMatchObject({ encoding: "Windows-1252", delimiter: "\t", rows: 1 })
      const { rows } = await listImportRows(world.admin, { importId: old.id, limit: 10 })
      expect(rows[0]?.customer).toBe("7 Café Müller")
      expect(await check(world.admin, world, `\ufeff${text}`)).toMatchObject({ encoding: "UTF-8", counts: { new: 1 } })
    })
    it("decides for the whole file what its amounts and dates mean", async () => {
      const world = await makeHouse()
      const file = (rows: string[]) => ["customerNumber;invoiceNumber;openAmount;dueDate", ...rows].join("\n")
      const american = await check(world.admin, world, file(["10482;A-1;1,250;3/4/2026", "10482;A-2;12.50;12/31/2026"]))
      const page = await listImportRows(world.admin, { importId: american.id, limit: 10 })
      expect(page.rows[0]).toMatchObject({ openAmount: "1250.00", dueDate: "2026-03-04" })
      const dutch = await check(world.admin, world, file(["10482;A-1;1,250;3/4/2026", "10482;A-2;12,5;31/12/2026"]))
      const other = await listImportRows(world.admin, { importId: dutch.id, limit: 10 })
      expect(other.rows[0]).toMatchObject({ openAmount: "1.25", dueDate: "2026-04-03" })
    })
    it("remembers per administration which column is which", async () => {
      const world = await makeHouse()
      const text = "Factuurnr;Debiteur;Naam;Openstaand;Vervaldatum\nVF-1;7;New;1,00;01-12-2026"
      await check(world.admin, world, text, { mapping: { Naam: null } })
      expect((await check(world.admin, world, text)).columns.map(one => one.field)).toEqual([
        null,
        null,
        null,
        null,
        null,
      ])
      const other = await makeAdministration(house, world.organisationId)
      const admin = await makeUser(house, world.organisationId, { right: "administrator" })
      const fresh = await check(admin, { ...world, administrationId: other }, text)
      expect(fresh.columns.map(one => one.field)).toEqual([
        "invoiceNumber",
        "customerNumber",
        "customerName",
        "openAmount",
        "dueDate",
      ])
    })
    it("counts what 'all open invoices' would close, never adding currencies, and asks again above 20 %", async () => {
      const world = await makeHouse()
      await makeInvoice(house, world, { number: "GB-1", currency: "GBP", openAmount: "10" })
      await makeInvoice(house, world, { number: "CN-1", openAmount: "-480.50" })
      await makeInvoice(house, world, { number: "OLD", state: "paid", openAmount: "0" })
      const text = `${heading}\nVF-2026-04377;10482;not read;30-11-2026;;`
      const checked = await check(world.admin, world, text, { mode: "all-open-invoices" })
      expect(checked.closes).toEqual({
        count: 3,
        ofOpen: 4,
        amounts: [
          { amount: "12000.00", currency: "EUR" },
          { amount: "10.00", currency: "GBP" },
        ],
        numbers: ["CN-1", "GB-1", "VF-2026-04183"],
        askAgain: true,
      })
    })
    it("closes nothing where no column gives the invoice number", async () => {
      const world = await makeHouse()
      const checked = await check(world.admin, world, "customerNumber\n10482", { mode: "all-open-invoices" })
      expect(checked).toMatchObject({ closes: null, counts: { refused: 1 } })
    })
    it("pages through rows by verdict", async () => {
      const world = await makeHouse()
      const rows = Array.from({ length: 5 }, (_, place) => `N-${place};10482;1,00;07-12-2026;;`)
      const { id: importId } = await check(
        world.admin,
        world,
        [heading, ...rows, ";10482;1,00;07-12-2026;;"].join("\n"),
      )
      const first = await listImportRows(world.admin, { importId, verdict: "new", limit: 3 })
      expect(first.rows.map(one => one.row)).toEqual([2, 3, 4])
      const second = await listImportRows(world.admin, {
        importId,
        verdict: "new",
        limit: 3,
        cursor: first.nextCursor ?? "",
      })
      expect(second).toMatchObject({ rows: [{ row: 5 }, { row: 6 }], nextCursor: null })
    })
  })

  describe("refuses", () => {
    it("an Excel workbook, a file that is no text, an empty one and one that never ends a cell", async () => {
      const world = await makeHouse()
      const refused = (bytes: string | Uint8Array) => expect(check(world.admin, world, bytes)).rejects
      await refused(Buffer.from([0x50, 0x4b, 3, 4])).toMatchObject({
        code: "invalid",
        message: expect.stringMatching(/Excel/),
      })
      await refused("a\0b").toMatchObject({ code: "invalid" })
      await refused("").toMatchObject({ code: "invalid", message: expect.stringMatching(/empty/) })
      await refused('a;b\n1;"never').toMatchObject({
        code: "invalid",
        message: expect.stringMatching(/quotation mark/),
      })
    })
    it("more than 100,000 rows and more than 20 MB", async () => {
      const world = await makeHouse()
      await expect(check(world.admin, world, `a\n${"1\n".repeat(100_001)}`)).rejects.toMatchObject({
        code: "too-large",
      })
      await expect(check(world.admin, world, Buffer.alloc(21 * 1024 * 1024, "a"))).rejects.toMatchObject({
        code: "too-large",
      })
    })
    it("anybody but the administration's administrators", async () => {
      const world = await makeHouse()
      for (const context of [world.standard, world.restricted])
        await expect(check(context, world, heading)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's administration and imports as if they were not there", async () => {
      const [ours, theirs] = [await makeHouse(), await makeHouse()]
      await expect(check(ours.admin, theirs, heading)).rejects.toMatchObject({ code: "not-found" })
      const { id: importId } = await check(theirs.admin, theirs, `${heading}\nVF-1;10482;1;01-12-2026;;`)
      await expect(listImportRows(ours.admin, { importId, limit: 10 })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

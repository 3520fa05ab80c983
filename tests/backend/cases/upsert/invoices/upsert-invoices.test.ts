import { getCase } from "@casepost/backend/cases/get-case"
import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { invoices } from "@casepost/backend/cases/tables"
import { upsertInvoices } from "@casepost/backend/cases/upsert/invoices/upsert-invoices"
import type { Context } from "@casepost/backend/context"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../../support/house.ts"
import { makeAdministration, makeCustomer, makeWorld, type World } from "../../../../support/make.ts"

const invoice = {
  number: "VF-1",
  customerNumber: "10482",
  amount: "3310",
  openAmount: "3310.00",
  currency: "EUR",
  invoiceDate: "2026-09-17",
  dueDate: "2026-10-17",
}

async function upsert(context: Context, world: World, ...rows: unknown[]) {
  const answer = await upsertInvoices(context, { administrationId: world.administrationId, rows })
  return answer.rows.map(({ outcome, detail }) => (detail ? `${outcome}: ${detail}` : outcome))
}

describe("upsert invoices", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-19T09:00:00.000Z"))
  })
  async function makeHouse(): Promise<World & { customerId: string }> {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { number: "10482", name: "Jansen" })
    return { ...world, customerId: customer.id }
  }
  async function stored(world: World, number = "VF-1") {
    const ours = and(eq(invoices.administrationId, world.administrationId), eq(invoices.number, number))
    const [row] = await house.database.owner.select().from(invoices).where(ours)
    return row
  }

  describe("does", () => {
    it("creates, changes, recognises what is the same however it is written, and is found by search", async () => {
      const world = await makeHouse()
      expect(await upsert(world.admin, world, invoice)).toEqual(["created"])
      expect(await upsert(world.admin, world, { ...invoice, amount: "3310.0000" })).toEqual(["unchanged"])
      expect(await upsert(world.admin, world, { ...invoice, openAmount: "2210" })).toEqual(["changed"])
      expect(await stored(world)).toMatchObject({ openAmount: "2210.0000", state: "open" })
      const found = await searchCases(world.standard, { search: "vf1 jansen", limit: 8 })
      expect(found.cases.map(one => one.number)).toEqual(["VF-1"])
    })
    it("takes an invoice with nothing open for paid, today unless it says when, and reopens it", async () => {
      const world = await makeHouse()
      await upsert(world.admin, world, invoice)
      await upsert(world.admin, world, { ...invoice, openAmount: "0.00" })
      expect(await stored(world)).toMatchObject({ state: "paid", paidOn: "2026-11-19" })
      await upsert(world.admin, world, { ...invoice, openAmount: "0", paidOn: "2026-11-01" })
      expect(await stored(world)).toMatchObject({ state: "paid", paidOn: "2026-11-01" })
      await upsert(world.admin, world, invoice)
      expect(await stored(world)).toMatchObject({ state: "open", paidOn: null })
    })
    it("keeps credit notes negative and currencies apart", async () => {
      const world = await makeHouse()
      const credit = { ...invoice, number: "CN-1", amount: "-310.25", openAmount: "-310.25" }
      const pounds = { ...invoice, number: "VF-2", currency: "GBP", amount: "1", openAmount: "0.5" }
      await upsert(world.admin, world, invoice, credit, pounds)
      expect((await getCase(world.standard, { kind: "customer", id: world.customerId })).open).toEqual([
        { amount: "2999.75", currency: "EUR" },
        { amount: "0.50", currency: "GBP" },
      ])
    })
  })

  describe("refuses", () => {
    it("an unknown customer, for that row alone", async () => {
      const world = await makeHouse()
      expect(
        await upsert(world.admin, world, { ...invoice, customerNumber: "9" }, { ...invoice, number: "VF-2" }),
      ).toEqual(["refused: There is no customer 9 in this administration; send the customer first.", "created"])
    })
    it("a customer of another administration", async () => {
      const world = await makeHouse()
      const other = await makeAdministration(house, world.organisationId)
      await makeCustomer(house, { ...world, administrationId: other }, { number: "77" })
      expect((await upsert(world.admin, world, { ...invoice, customerNumber: "77" }))[0]).toMatch(
        /^refused: There is no/,
      )
    })
    it("to move an invoice to another customer: its messages would come with it", async () => {
      const world = await makeHouse()
      await makeCustomer(house, world, { number: "2" })
      await upsert(world.admin, world, invoice)
      expect(await upsert(world.admin, world, { ...invoice, customerNumber: "2" })).toEqual([
        "refused: Invoice VF-1 belongs to customer 10482; it cannot move to 2.",
      ])
    })
    it("amounts, dates and currencies that are none", async () => {
      const world = await makeHouse()
      const answer = await upsert(
        world.admin,
        world,
        { ...invoice, openAmount: "12.480,50" },
        { ...invoice, dueDate: "2026-02-30" },
        { ...invoice, dueDate: "0000-01-01" },
        { ...invoice, currency: "euro" },
      )
      expect(answer).toEqual([
        "refused: openAmount: Write the amount as 12480.50.",
        expect.stringContaining("refused: dueDate: "),
        "refused: dueDate: There is no year 0.",
        "refused: currency: Use the ISO 4217 code, such as EUR.",
      ])
    })
    it("anybody but the administration's administrators", async () => {
      const world = await makeHouse()
      await expect(upsert(world.standard, world, invoice)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's administration as if it were not there", async () => {
      const [ours, theirs] = [await makeHouse(), await makeHouse()]
      await expect(upsert(ours.admin, theirs, invoice)).rejects.toMatchObject({ code: "not-found" })
      expect(await stored(theirs)).toBeUndefined()
    })
  })
})

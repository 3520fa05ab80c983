import { audit } from "@casepost/backend/audit/tables"
import { correctAddress } from "@casepost/backend/cases/addresses/correct-address"
import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { contacts, customers, externalIds, invoices } from "@casepost/backend/cases/tables"
import { checkImport } from "@casepost/backend/imports/check-import"
import { confirmImport } from "@casepost/backend/imports/confirm-import"
import { administrations } from "@casepost/backend/organisations/tables"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeWorld, type World } from "../../support/make.ts"

const heading = "invoiceNumber,customerNumber,customerName,emailAddress,openAmount,dueDate,externalId"

describe.each(["postgres", "pglite"] as const)("confirm import on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
    house.setNow(new Date("2026-11-23T12:00:00.000Z"))
  })
  async function check(world: World, rows: string[], mode: "all-open-invoices" | "additions-and-changes") {
    return checkImport(world.admin, {
      administrationId: world.administrationId,
      fileName: "open-items.csv",
      contentBase64: Buffer.from([heading, ...rows].join("\n")).toString("base64"),
      mode,
    })
  }
  const confirm = (world: World, importId: string, closeMany = false) =>
    confirmImport(world.admin, { importId, closeMany })
  async function invoiceOf(world: World, number: string) {
    const ours = and(eq(invoices.administrationId, world.administrationId), eq(invoices.number, number))
    return (await house.database.owner.select().from(invoices).where(ours))[0]
  }

  describe("does", () => {
    it("creates customers and invoices, changes what changed, and leaves the refused rows out", async () => {
      const world = await makeWorld(house)
      const known = await makeCustomer(house, world, { number: "1", name: "Known" })
      await makeInvoice(house, { ...world, customerId: known.id }, { number: "VF-1", openAmount: "3310" })
      const checked = await check(
        world,
        [
          "VF-1,1,,,2210.00,2026-10-17,",
          "VF-2,2,New B.V.,new@example.org,10.50,2026-12-01,x-2",
          "VF-3,2,New B.V.,,oops,2026-12-01,",
        ],
        "additions-and-changes",
      )
      const done = await confirm(world, checked.id)
      expect(done).toMatchObject({ state: "done", counts: { new: 1, changed: 1, refused: 1 } })
      expect(await invoiceOf(world, "VF-1")).toMatchObject({ openAmount: "2210.0000", dueDate: "2026-10-17" })
      const fresh = await invoiceOf(world, "VF-2")
      expect(fresh).toMatchObject({
        amount: "10.5000",
        openAmount: "10.5000",
        currency: "EUR",
        invoiceDate: "2026-11-23",
      })
      expect(await invoiceOf(world, "VF-3")).toBeUndefined()
      const [contact] = await house.database.owner
        .select()
        .from(contacts)
        .where(eq(contacts.customerId, fresh?.customerId ?? ""))
      expect(contact).toMatchObject({
        name: "New B.V.",
        address: "new@example.org",
        importedAddress: "new@example.org",
      })
      const ids = await house.database.owner
        .select()
        .from(externalIds)
        .where(eq(externalIds.caseId, fresh?.id ?? ""))
      expect(ids).toMatchObject([{ value: "x-2", caseKind: "invoice" }])
      expect((await searchCases(world.standard, { search: "new b.v. 2", limit: 8 })).cases[0]?.customerName).toBe(
        "New B.V.",
      )
      const [administration] = await house.database.owner
        .select()
        .from(administrations)
        .where(eq(administrations.id, world.administrationId))
      expect(administration?.dataAsOf).toEqual(house.now())
      const [line] = await house.database.owner.select().from(audit).where(eq(audit.subjectId, checked.id))
      expect(line).toMatchObject({ deed: "confirmImport", actorName: "Demo Admin", detail: { new: 1, closed: 0 } })
    })
    it("closes what 'all open invoices' does not name, and what is named by a refused row not", async () => {
      const world = await makeWorld(house)
      const known = await makeCustomer(house, world, { number: "1" })
      const place = { ...world, customerId: known.id }
      for (const number of ["A", "B", "C", "D", "E", "F"]) await makeInvoice(house, place, { number })
      const rows = ["A", "B", "C", "D"].map(number => `${number},1,,,12480.50,2026-10-17,`)
      const checked = await check(world, [...rows, "E,1,,,oops,2026-10-17,"], "all-open-invoices")
      expect(checked.closes).toMatchObject({ count: 1, ofOpen: 6, askAgain: false })
      await confirm(world, checked.id)
      expect(await invoiceOf(world, "F")).toMatchObject({ state: "closed", openAmount: "12480.5000" })
      expect(await invoiceOf(world, "E")).toMatchObject({ state: "open" })
    })
    it("keeps a corrected address until the file's own value changes", async () => {
      const world = await makeWorld(house)
      const known = await makeCustomer(house, world, { number: "1", address: "old@example.org" })
      await makeInvoice(house, { ...world, customerId: known.id }, { number: "A" })
      await correctAddress(world.standard, { customerId: known.id, generalAddress: "right@example.org" })
      const address = async () =>
        (await house.database.owner.select().from(contacts).where(eq(contacts.customerId, known.id)))[0]?.address
      const same = await check(world, ["A,1,,old@example.org,12480.50,2026-10-17,"], "additions-and-changes")
      expect(same.counts.conflict).toBe(1)
      await confirm(world, same.id)
      expect(await address()).toBe("right@example.org")
      const moved = await check(world, ["A,1,,moved@example.org,12480.50,2026-10-17,"], "additions-and-changes")
      await confirm(world, moved.id)
      expect(await address()).toBe("moved@example.org")
    })
    it("answers a second confirmation with what was done", async () => {
      const world = await makeWorld(house)
      const checked = await check(world, ["A,1,New,,1.00,2026-10-17,"], "additions-and-changes")
      const [one, other] = await Promise.all([confirm(world, checked.id), confirm(world, checked.id)])
      expect([one?.state, other?.state]).toEqual(["done", "done"])
    })
    it("takes a file of several pieces, a customer on rows of each", async () => {
      const world = await makeWorld(house)
      const rows = Array.from(
        { length: 2500 },
        (_, place) => `N-${place},${place % 7},Customer ${place % 7},,1.00,2026-12-01,`,
      )
      const checked = await check(world, rows, "additions-and-changes")
      expect(checked.counts).toMatchObject({ new: 2500, refused: 0 })
      await confirm(world, checked.id)
      const ours = eq(customers.administrationId, world.administrationId)
      expect(await house.database.owner.$count(customers, ours)).toBe(7)
      expect(await house.database.owner.$count(invoices, eq(invoices.administrationId, world.administrationId))).toBe(
        2500,
      )
      expect((await check(world, rows, "additions-and-changes")).counts).toMatchObject({ unchanged: 2500 })
    })
  })

  describe("refuses", () => {
    it("to close more than 20 % without being told twice, and then does it", async () => {
      const world = await makeWorld(house)
      const known = await makeCustomer(house, world, { number: "1" })
      for (const number of ["A", "B"]) await makeInvoice(house, { ...world, customerId: known.id }, { number })
      const checked = await check(world, ["A,1,,,12480.50,2026-10-17,"], "all-open-invoices")
      await expect(confirm(world, checked.id)).rejects.toMatchObject({ code: "import-closes-many" })
      expect(await invoiceOf(world, "B")).toMatchObject({ state: "open" })
      await confirm(world, checked.id, true)
      expect(await invoiceOf(world, "B")).toMatchObject({ state: "closed" })
    })
    it("a check that is no longer true, whole", async () => {
      const world = await makeWorld(house)
      const known = await makeCustomer(house, world, { number: "1" })
      const invoice = await makeInvoice(house, { ...world, customerId: known.id }, { number: "A" })
      const checked = await check(
        world,
        ["B,1,,,5.00,2026-10-17,", "A,1,,,12480.50,2026-10-17,"],
        "additions-and-changes",
      )
      await house.database.owner.update(invoices).set({ openAmount: "1" }).where(eq(invoices.id, invoice.id))
      await expect(confirm(world, checked.id)).rejects.toMatchObject({ code: "import-stale" })
      expect(await invoiceOf(world, "B")).toBeUndefined()
    })
    it("to close an invoice that was not shown as closing", async () => {
      const world = await makeWorld(house)
      const known = await makeCustomer(house, world, { number: "1" })
      const place = { ...world, customerId: known.id }
      await makeInvoice(house, place, { number: "A" })
      const checked = await check(world, ["A,1,,,12480.50,2026-10-17,"], "all-open-invoices")
      await makeInvoice(house, place, { number: "LATER" })
      await expect(confirm(world, checked.id)).rejects.toMatchObject({ code: "import-stale" })
    })
    it("anybody but the administration's administrators", async () => {
      const world = await makeWorld(house)
      const { id: importId } = await check(world, ["A,1,New,,1.00,2026-10-17,"], "additions-and-changes")
      await expect(confirmImport(world.standard, { importId, closeMany: false })).rejects.toMatchObject({
        code: "not-allowed",
      })
    })
  })

  describe("protects", () => {
    it("another organisation's import as if it were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const { id: importId } = await check(theirs, ["A,1,New,,1.00,2026-10-17,"], "additions-and-changes")
      await expect(confirm(ours, importId)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

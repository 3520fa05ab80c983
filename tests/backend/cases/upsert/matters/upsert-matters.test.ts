import { getCase } from "@casepost/backend/cases/get-case"
import { matters } from "@casepost/backend/cases/tables"
import { upsertMatters } from "@casepost/backend/cases/upsert/matters/upsert-matters"
import { newId } from "@casepost/backend/columns"
import type { Context } from "@casepost/backend/context"
import { addEntry } from "@casepost/backend/entries/add-entry"
import { entries } from "@casepost/backend/entries/tables"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../../support/house.ts"
import { makeCustomer, makeInvoice, makeWorld, type World } from "../../../../support/make.ts"

const matter = { number: "M-1", customerNumber: "10482", openedOn: "2026-10-20", invoiceNumbers: ["VF-1"] }

async function upsert(context: Context, world: World, ...rows: unknown[]) {
  const answer = await upsertMatters(context, { administrationId: world.administrationId, rows })
  return answer.rows.map(({ outcome, detail }) => (detail ? `${outcome}: ${detail}` : outcome))
}

describe("upsert matters", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-19T09:00:00.000Z"))
  })
  async function makeHouse() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { number: "10482" })
    const place = { ...world, customerId: customer.id }
    const [one, two] = [
      await makeInvoice(house, place, { number: "VF-1" }),
      await makeInvoice(house, place, { number: "VF-2" }),
    ]
    return { ...place, one, two }
  }
  async function matterId(world: World, number = "M-1"): Promise<string> {
    const ours = and(eq(matters.administrationId, world.administrationId), eq(matters.number, number))
    const [row] = await house.database.owner.select().from(matters).where(ours)
    return row?.id ?? ""
  }

  describe("does", () => {
    it("creates a matter with its invoices, replaces the list, and recognises what is the same", async () => {
      const world = await makeHouse()
      expect(await upsert(world.admin, world, matter)).toEqual(["created"])
      expect(await upsert(world.admin, world, matter)).toEqual(["unchanged"])
      expect(await upsert(world.admin, world, { ...matter, invoiceNumbers: ["VF-2"] })).toEqual(["changed"])
      const detail = await getCase(world.standard, { kind: "matter", id: await matterId(world) })
      expect(detail.invoices).toEqual([world.two])
      expect((await getCase(world.standard, { kind: "invoice", id: world.one.id })).matter).toBeNull()
    })
    it("frees the invoices of a matter that closes, also for a later row of the same request", async () => {
      const world = await makeHouse()
      await upsert(world.admin, world, matter)
      expect(await upsert(world.admin, world, { ...matter, state: "closed" }, { ...matter, number: "M-2" })).toEqual([
        "changed",
        "created",
      ])
      const detail = await getCase(world.standard, { kind: "invoice", id: world.one.id })
      expect(detail.matter?.number).toBe("M-2")
      const [closed] = await house.database.owner
        .select()
        .from(matters)
        .where(eq(matters.id, await matterId(world)))
      expect(closed).toMatchObject({ state: "closed", closedOn: "2026-11-19" })
    })
    it("shows under the matter what was written about its invoices before, and hides it when an invoice leaves", async () => {
      const world = await makeHouse()
      const thing = { ...world, kind: "message" as const, id: newId(), at: new Date() }
      const caseRef = { kind: "invoice", id: world.one.id } as const
      await world.admin.transaction(tx => addEntry(tx, { ...thing, caseRef }))
      await upsert(world.admin, world, matter)
      const id = await matterId(world)
      const shown = () =>
        house.database.owner.select({ thing: entries.thingId }).from(entries).where(eq(entries.caseId, id))
      expect(await shown()).toEqual([{ thing: thing.id }])
      await upsert(world.admin, world, { ...matter, invoiceNumbers: ["VF-1", "VF-2"] })
      expect(await shown()).toEqual([{ thing: thing.id }])
      await upsert(world.admin, world, { ...matter, invoiceNumbers: ["VF-2"] })
      expect(await shown()).toEqual([])
    })
  })

  describe("refuses", () => {
    it("an invoice that is in another open matter, naming it", async () => {
      const world = await makeHouse()
      const second = { ...matter, number: "M-2", invoiceNumbers: ["VF-2", "VF-1"] }
      const words = "Invoice VF-1 is in matter M-1 already; close that one or take the invoice out of it first."
      expect(await upsert(world.admin, world, matter, second)).toEqual(["created", `refused: ${words}`])
      expect(await upsert(world.admin, world, second)).toEqual([`refused: ${words}`])
    })
    it("unknown customers and invoices, and invoices of another customer", async () => {
      const world = await makeHouse()
      const other = await makeCustomer(house, world, { number: "2" })
      await makeInvoice(house, { ...world, customerId: other.id }, { number: "VF-9" })
      const answer = await upsert(
        world.admin,
        world,
        { ...matter, customerNumber: "3" },
        { ...matter, number: "M-2", invoiceNumbers: ["VF-404"] },
        { ...matter, number: "M-3", invoiceNumbers: ["VF-9"] },
      )
      expect(answer).toEqual([
        "refused: There is no customer 3 in this administration; send the customer first.",
        "refused: There is no invoice VF-404 in this administration; send the invoice first.",
        "refused: Invoice VF-9 belongs to customer 2, not to 10482.",
      ])
    })
    it("anybody but the administration's administrators", async () => {
      const world = await makeHouse()
      await expect(upsert(world.standard, world, matter)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's administration as if it were not there", async () => {
      const [ours, theirs] = [await makeHouse(), await makeHouse()]
      await expect(upsert(ours.admin, theirs, matter)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

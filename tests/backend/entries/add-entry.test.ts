import { newId } from "@casepost/backend/columns"
import { addEntry } from "@casepost/backend/entries/add-entry"
import { removeEntry } from "@casepost/backend/entries/remove-entry"
import { entries } from "@casepost/backend/entries/tables"
import type { CaseRef } from "@casepost/shared/cases"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeMatter, makeWorld } from "../../support/make.ts"

describe("add-entry and remove-entry", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function cases() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const place = { ...world, customerId: customer.id }
    const invoice = await makeInvoice(house, place)
    const alone = await makeInvoice(house, place)
    const matter = await makeMatter(house, { ...place, invoiceIds: [invoice.id] })
    const add = async (caseRef: CaseRef) => {
      const { organisationId, administrationId } = world
      const id = newId()
      const thing = { kind: "note" as const, id, organisationId, administrationId, caseRef, at: house.now() }
      await world.standard.transaction(tx => addEntry(tx, thing))
      return id
    }
    return { world, customer, invoice, alone, matter, add }
  }
  const shownUnder = async (thingId: string) =>
    (await house.database.owner.select().from(entries).where(eq(entries.thingId, thingId)))
      .map(entry => entry.caseId)
      .sort()

  describe("does", () => {
    it("show what was said about an invoice under its matter and its customer too", async () => {
      const { customer, invoice, matter, add } = await cases()
      expect(await shownUnder(await add({ kind: "invoice", id: invoice.id }))).toEqual(
        [invoice.id, matter.id, customer.id].sort(),
      )
    })
    it("show what was said about a matter under its customer, and not under its invoices", async () => {
      const { customer, matter, add } = await cases()
      expect(await shownUnder(await add({ kind: "matter", id: matter.id }))).toEqual([matter.id, customer.id].sort())
    })
    it("show an invoice without a matter under its customer", async () => {
      const { customer, alone, add } = await cases()
      expect(await shownUnder(await add({ kind: "invoice", id: alone.id }))).toEqual([alone.id, customer.id].sort())
    })
    it("show what was said about a customer there only", async () => {
      const { customer, add } = await cases()
      expect(await shownUnder(await add({ kind: "customer", id: customer.id }))).toEqual([customer.id])
    })
    it("take a thing out of every timeline and leave the others", async () => {
      const { world, invoice, add } = await cases()
      const [gone, kept] = [
        await add({ kind: "invoice", id: invoice.id }),
        await add({ kind: "invoice", id: invoice.id }),
      ]
      await world.standard.transaction(tx => removeEntry(tx, gone))
      expect(await shownUnder(gone)).toEqual([])
      expect(await shownUnder(kept)).toHaveLength(3)
    })
  })

  describe("protects", () => {
    it("other organisations: nothing of theirs can be taken out", async () => {
      const { invoice, add } = await cases()
      const id = await add({ kind: "invoice", id: invoice.id })
      const theirs = await makeWorld(house)
      await theirs.admin.transaction(tx => removeEntry(tx, id))
      expect(await shownUnder(id)).toHaveLength(3)
    })
  })
})

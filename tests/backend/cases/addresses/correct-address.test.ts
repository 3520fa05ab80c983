import { audit } from "@casepost/backend/audit/tables"
import { correctAddress } from "@casepost/backend/cases/addresses/correct-address"
import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { contacts } from "@casepost/backend/cases/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeCustomer, makeUser, makeWorld } from "../../../support/make.ts"

describe("correct address", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-19T09:00:00.000Z"))
  })

  describe("does", () => {
    it("keeps the import's own value beside the correction, with who and when", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world, { address: "old@jansen.example" })
      const detail = await correctAddress(world.standard, {
        customerId: customer.id,
        generalAddress: "new@jansen.example",
      })
      expect(detail.generalAddress).toBe("new@jansen.example")
      expect(detail.contacts[0]?.correction).toEqual({
        by: "Sanne de Wit",
        at: "2026-11-19T09:00:00.000Z",
        imported: "old@jansen.example",
      })
      const found = await searchCases(world.standard, { search: "new@jansen", limit: 8 })
      expect(found.cases[0]?.number).toBe(customer.number)
      expect(await house.database.owner.select().from(audit).where(eq(audit.subjectId, customer.id))).toMatchObject([
        {
          actorName: "Sanne de Wit",
          deed: "correctAddress",
          detail: { from: "old@jansen.example", to: "new@jansen.example" },
        },
      ])
    })
    it("ends a correction that goes back to what the import said", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world, { address: "old@jansen.example" })
      await correctAddress(world.standard, { customerId: customer.id, generalAddress: "new@jansen.example" })
      const back = await correctAddress(world.standard, {
        customerId: customer.id,
        generalAddress: "old@jansen.example",
      })
      expect(back.contacts[0]).toMatchObject({ address: "old@jansen.example", correction: null })
    })
    it("adds a general contact where there is none, once for two at the same moment", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      await house.database.owner.delete(contacts).where(eq(contacts.customerId, customer.id))
      await Promise.all(
        ["one@jansen.example", "two@jansen.example"].map(generalAddress =>
          correctAddress(world.standard, { customerId: customer.id, generalAddress }),
        ),
      )
      const people = await house.database.owner.select().from(contacts).where(eq(contacts.customerId, customer.id))
      expect(people).toMatchObject([{ name: customer.name, purpose: "general", importedAddress: null }])
    })
    it("marks a customer 'do not message' with who and why, and takes the mark away", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const marked = await correctAddress(world.standard, { customerId: customer.id, doNotMessage: "In insolvency" })
      expect(marked.doNotMessage).toEqual({
        reason: "In insolvency",
        by: "Sanne de Wit",
        at: "2026-11-19T09:00:00.000Z",
      })
      expect((await correctAddress(world.standard, { customerId: customer.id, doNotMessage: null })).doNotMessage).toBe(
        null,
      )
    })
  })

  describe("refuses", () => {
    it("nothing to correct", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      await expect(correctAddress(world.standard, { customerId: customer.id })).rejects.toMatchObject({
        code: "invalid",
      })
    })
    it("a restricted user, who may read", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      await expect(
        correctAddress(world.restricted, { customerId: customer.id, generalAddress: "new@jansen.example" }),
      ).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's and another administration's customers as if they were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const other = await makeAdministration(house, theirs.organisationId)
      const neighbour = await makeUser(house, theirs.organisationId, {
        right: "none",
        only: { [other]: "administrator" },
      })
      const customer = await makeCustomer(house, theirs)
      for (const context of [ours.admin, neighbour])
        await expect(
          correctAddress(context, { customerId: customer.id, generalAddress: "new@jansen.example" }),
        ).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

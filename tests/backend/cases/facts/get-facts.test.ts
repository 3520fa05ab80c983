import { getFacts } from "@casepost/backend/cases/facts/get-facts"
import { Facts } from "@casepost/shared/facts"
import { describe, expect, it } from "vitest"
import { openTestHouse } from "../../../support/house.ts"
import { makeCustomer, makeInvoice, makeKey, makeWorld } from "../../../support/make.ts"

const house = await openTestHouse()

describe("getFacts", () => {
  describe("does", () => {
    it("says what a text about a case would be filled with if she sent it", async () => {
      const { world, ref } = await makeStory()
      const facts = Facts.parse(await getFacts(world.standard, ref))
      expect(facts.values["user.name"]).toEqual({ kind: "text", text: "Sanne de Wit" })
      expect(facts.values["invoice.openAmount"]?.kind).toBe("money")
    })

    it("has no name of a sender for an API key", async () => {
      const { world, ref } = await makeStory()
      const key = makeKey(house, world.organisationId, [world.administrationId])
      const { values } = await getFacts(key, ref)
      expect([values["user.name"], values["user.email"]]).toEqual([undefined, undefined])
    })
  })

  describe("refuses", () => {
    it("a case that does not exist", async () => {
      const { world } = await makeStory()
      await expect(getFacts(world.standard, { kind: "matter", id: "nope" })).rejects.toThrow("nothing here")
    })
  })

  describe("protects", () => {
    it("cases of other organisations", async () => {
      const { ref } = await makeStory()
      const outsider = await makeWorld(house)
      await expect(getFacts(outsider.admin, ref)).rejects.toThrow("nothing here")
    })
  })
})

async function makeStory() {
  const world = await makeWorld(house)
  const customer = await makeCustomer(house, world)
  const { id } = await makeInvoice(house, { ...world, customerId: customer.id })
  return { world, ref: { kind: "invoice" as const, id } }
}

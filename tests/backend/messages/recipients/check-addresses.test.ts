import { suppressions } from "@casepost/backend/delivery/tables"
import { checkAddresses } from "@casepost/backend/messages/recipients/check-addresses"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { recipients } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeCustomer, makeRelation, makeUser, makeWorld } from "../../../support/make.ts"
import { writing } from "../../../support/messages.ts"

describe("check-addresses", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aCase() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { address: "info@jansen.example" })
    return { world, customer, caseRef: { kind: "customer" as const, id: customer.id } }
  }

  describe("does", () => {
    it("say whose each address is, in the order asked", async () => {
      const { world, caseRef } = await aCase()
      const relation = await makeRelation(house, world.organisationId)
      const other = await makeCustomer(house, world, { name: "De Boer", address: "info@deboer.example" })
      const colleague = world.admin.actor as { email: string; name: string }
      const { addresses } = await checkAddresses(world.restricted, {
        caseRef,
        addresses: [
          " Info@Jansen.example",
          relation.address,
          colleague.email,
          "info@deboer.example",
          "nobody@elsewhere.example",
          "ap@jansen",
        ],
      })
      expect(addresses.map(one => [one.address, one.valid, one.belongsTo, one.name])).toEqual([
        ["info@jansen.example", true, "customer", "Peter Jansen"],
        [relation.address, true, "relation", relation.name],
        [colleague.email, true, "colleague", colleague.name],
        ["info@deboer.example", true, "other-customer", other.name],
        ["nobody@elsewhere.example", true, "nobody", null],
        ["ap@jansen", false, "nobody", null],
      ])
    })
    it("say what is suppressed, and what bounced before", async () => {
      const { world, caseRef } = await aCase()
      const since = new Date("2026-11-02T08:00:00.000Z")
      const { organisationId } = world
      await house.database.owner
        .insert(suppressions)
        .values({ organisationId, address: "gone@jansen.example", reason: "bounce", since })
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, { to: [{ kind: "typed", address: "full@jansen.example" }] }),
      )
      await house.database.owner.update(recipients).set({ state: "bounced" }).where(eq(recipients.messageId, sent.id))
      const { addresses } = await checkAddresses(world.standard, {
        caseRef,
        addresses: ["gone@jansen.example", "full@jansen.example"],
      })
      expect(addresses).toMatchObject([
        { suppressed: { since: since.toISOString(), reason: "bounce" }, bouncedBefore: false },
        { suppressed: null, bouncedBefore: true },
      ])
    })
    it("pass over a suppression that was lifted", async () => {
      const { world, caseRef } = await aCase()
      const { organisationId } = world
      await house.database.owner
        .insert(suppressions)
        .values({ organisationId, address: "back@jansen.example", reason: "bounce", liftedAt: new Date() })
      const { addresses } = await checkAddresses(world.standard, { caseRef, addresses: ["back@jansen.example"] })
      expect(addresses[0]?.suppressed).toBeNull()
    })
  })

  describe("refuses", () => {
    it("a case that is not there", async () => {
      const { world } = await aCase()
      await expect(
        checkAddresses(world.standard, { caseRef: { kind: "invoice", id: "x" }, addresses: ["a@b.nl"] }),
      ).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("customers of administrations and organisations one may not see", async () => {
      const { world, caseRef } = await aCase()
      const elsewhere = await makeAdministration(house, world.organisationId)
      await makeCustomer(house, { ...world, administrationId: elsewhere }, { address: "hidden@deboer.example" })
      const theirs = await makeWorld(house)
      await makeCustomer(house, theirs, { address: "theirs@deboer.example" })
      const relation = await makeRelation(house, theirs.organisationId, {
        administrationIds: [theirs.administrationId],
      })
      const local = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      const { addresses } = await checkAddresses(local, {
        caseRef,
        addresses: ["hidden@deboer.example", "theirs@deboer.example", relation.address],
      })
      expect(addresses.map(one => one.belongsTo)).toEqual(["nobody", "nobody", "nobody"])
    })
  })
})

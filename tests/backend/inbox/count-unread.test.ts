import { countUnread } from "@casepost/backend/inbox/count-unread"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeUser, makeWorld, type World } from "../../support/make.ts"
import { writeMessage, writeReply } from "../../support/write.ts"

describe("counting what is unread", () => {
  let house: TestHouse
  let world: World
  beforeAll(async () => {
    house = await openTestHouse()
  })
  beforeEach(async () => {
    world = await makeWorld(house)
  })

  async function aReply(times = 1, administrationId = world.administrationId): Promise<void> {
    const place = { organisationId: world.organisationId, administrationId }
    const customerId = (await makeCustomer(house, place)).id
    const { id } = await makeInvoice(house, { ...place, customerId })
    for (let nth = 0; nth < times; nth++)
      await writeReply(world.standard, { caseRef: { kind: "invoice", id }, customerId, administrationId })
  }

  describe("does", () => {
    it("counts conversations, not replies, and none that we only started", async () => {
      await aReply(3)
      await aReply()
      const { id } = await makeCustomer(house, world)
      await writeMessage(world.standard, { kind: "customer", id })
      expect(await countUnread(world.restricted)).toEqual({ unread: 2 })
    })
    it("stops at 100", async () => {
      for (let nth = 0; nth < 102; nth++) await aReply()
      expect(await countUnread(world.standard)).toEqual({ unread: 100 })
      expect(await countQueries(world.standard, countUnread)).toBe(1)
    })
  })

  describe("protects", () => {
    it("counts nothing of another organisation or of an administration one has no right in", async () => {
      const rental = await makeAdministration(house, world.organisationId)
      await aReply(1, rental)
      const { admin: theirs } = await makeWorld(house)
      const only = { [world.administrationId]: "standard" as const }
      const colleague = await makeUser(house, world.organisationId, { right: "none", only })
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      for (const context of [theirs, colleague, nobody]) expect(await countUnread(context)).toEqual({ unread: 0 })
    })
  })
})

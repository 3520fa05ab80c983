import { leaveOutNext } from "@casepost/backend/bulk-messages/running/leave-out-next"
import { beforeAll, describe, expect, it } from "vitest"
import { casesOf, makeInvoices, openBulk, sentBulk } from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeWorld } from "../../../support/make.ts"

describe("leave-out-next", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("leaves out the very first case too, whose failure took back that it had begun", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 2)
      const bulk = await sentBulk(world.standard, ids)
      await leaveOutNext(world.standard, bulk.id)
      expect(await casesOf(house, bulk)).toMatchObject([
        { state: "left-out", reason: "This message could not be made" },
        { state: "waiting" },
      ])
    })
  })
  describe("refuses", () => {
    it("to leave out anything of one that is being written", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const bulk = await openBulk(world.standard, ids)
      await leaveOutNext(world.standard, bulk.id)
      expect(await casesOf(house, bulk)).toMatchObject([{ state: "waiting" }])
    })
  })
  describe("protects", () => {
    it("a bulk message of another organisation", async () => {
      const [world, theirs] = [await makeWorld(house), await makeWorld(house)]
      const { ids } = await makeInvoices(house, world, 1)
      const bulk = await sentBulk(world.standard, ids)
      await leaveOutNext(theirs.standard, bulk.id)
      expect(await casesOf(house, bulk)).toMatchObject([{ state: "waiting" }])
    })
  })
})

import { getAccessCode } from "@casepost/backend/cases/codes/get-access-code"
import { renewAccessCode } from "@casepost/backend/cases/codes/renew-access-code"
import { newId } from "@casepost/backend/columns"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeCustomer, makeWorld } from "../../../support/make.ts"

describe("renew access code", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("shows everybody with a right there what to print, and gives another code when renewed", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const before = await getAccessCode(world.restricted, customer.id)
      expect(before).toEqual({
        customerNumber: customer.number,
        code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
        portalUrl: `${house.config.publicUrl}/portal`,
      })
      const after = await renewAccessCode(world.standard, customer.id)
      expect(after.code).not.toBe(before.code)
      expect(await getAccessCode(world.restricted, customer.id)).toEqual(after)
    })
  })

  describe("refuses", () => {
    it("to renew for a restricted user", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      await expect(renewAccessCode(world.restricted, customer.id)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's customers as if they were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const customer = await makeCustomer(house, theirs)
      for (const id of [customer.id, newId(), "nonsense"]) {
        await expect(getAccessCode(ours.admin, id)).rejects.toMatchObject({ code: "not-found" })
        await expect(renewAccessCode(ours.admin, id)).rejects.toMatchObject({ code: "not-found" })
      }
    })
  })
})

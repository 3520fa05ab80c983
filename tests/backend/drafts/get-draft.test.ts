import { getDraft } from "@casepost/backend/drafts/get-draft"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { beforeAll, describe, expect, it } from "vitest"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"

describe("get-draft", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aCase() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    return { world, caseRef: { kind: "customer" as const, id: customer.id } }
  }

  describe("does", () => {
    it("give the draft of that kind and case, and none where there is none", async () => {
      const { world, caseRef } = await aCase()
      expect(await getDraft(world.standard, { kind: "message", caseRef })).toEqual({ draft: null })
      const saved = await saveDraft(world.standard, drafting(caseRef, { subject: "Hello" }))
      expect(await getDraft(world.standard, { kind: "message", caseRef })).toEqual({ draft: saved })
      expect(await getDraft(world.standard, { kind: "note", caseRef })).toEqual({ draft: null })
    })
  })

  describe("refuses", () => {
    it("a case that is not there", async () => {
      const { world } = await aCase()
      await expect(
        getDraft(world.standard, { kind: "message", caseRef: { kind: "invoice", id: "x" } }),
      ).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("the drafts of colleagues and of other organisations", async () => {
      const { world, caseRef } = await aCase()
      await saveDraft(world.standard, drafting(caseRef))
      expect(await getDraft(world.admin, { kind: "message", caseRef })).toEqual({ draft: null })
      const theirs = await makeWorld(house)
      await expect(getDraft(theirs.admin, { kind: "message", caseRef })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

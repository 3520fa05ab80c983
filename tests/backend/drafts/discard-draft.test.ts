import { discardDraft } from "@casepost/backend/drafts/discard-draft"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { beforeAll, describe, expect, it } from "vitest"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

describe("discard-draft", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aCase() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    return { world, place: { kind: "message" as const, caseRef: { kind: "customer" as const, id: customer.id } } }
  }

  describe("does", () => {
    it("throw the draft away, and nothing where there is none", async () => {
      const { world, place } = await aCase()
      await discardDraft(world.standard, place)
      await saveDraft(world.standard, drafting(place.caseRef))
      await discardDraft(world.standard, place)
      expect(await getDraft(world.standard, place)).toEqual({ draft: null })
    })
  })

  describe("refuses", () => {
    it("a case that is not there", async () => {
      const { world } = await aCase()
      await expect(
        discardDraft(world.standard, { kind: "message", caseRef: { kind: "matter", id: "x" } }),
      ).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("a draft that was sent: it stays the key of its message", async () => {
      const { world, place } = await aCase()
      const { id: draftId } = await saveDraft(world.standard, drafting(place.caseRef))
      const sent = await sendMessage(world.standard, writing(place.caseRef, { draftId }))
      await discardDraft(world.standard, place)
      expect(await sendMessage(world.standard, writing(place.caseRef, { draftId }))).toEqual(sent)
    })
    it("the drafts of others", async () => {
      const { world, place } = await aCase()
      await saveDraft(world.standard, drafting(place.caseRef))
      await discardDraft(world.admin, place)
      expect((await getDraft(world.standard, place)).draft).not.toBeNull()
    })
  })
})

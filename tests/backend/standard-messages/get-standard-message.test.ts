import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { getStandardMessage } from "@casepost/backend/standard-messages/get-standard-message"
import { beforeEach, describe, expect, it } from "vitest"
import { drafting } from "../../support/drafts.ts"
import { type FullCase, makeFullCase } from "../../support/full-case.ts"
import { openTestHouse } from "../../support/house.ts"
import { makeUser, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"
import { makeStandardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
let full: FullCase
beforeEach(async () => {
  full = await makeFullCase(house)
})

describe("get-standard-message", () => {
  describe("does", () => {
    it("count where it stands now: anybody's drafts and scheduled messages, not what was sent", async () => {
      const { world, refs } = full
      const { id } = await makeStandardMessage(world.admin, world.administrationId)
      await saveDraft(world.standard, drafting(refs.invoice, { standardMessageId: id }))
      await saveDraft(world.admin, drafting(refs.invoice, { standardMessageId: id }))
      const sendAt = new Date(Date.now() + 86_400_000).toISOString()
      await sendMessage(world.standard, writing(refs.matter, { standardMessageId: id, sendAt }))
      const draft = await saveDraft(world.standard, drafting(refs.customer, { standardMessageId: id }))
      await sendMessage(world.standard, writing(refs.customer, { standardMessageId: id, draftId: draft.id }))
      const { usedIn, uses, lastUsedAt } = await getStandardMessage(world.restricted, id)
      expect(usedIn).toEqual({ drafts: 2, scheduled: 1, bulkMessages: 0 })
      expect([uses, typeof lastUsedAt]).toEqual([2, "string"])
    })
  })

  describe("refuses", () => {
    it("an id that is none", async () => {
      await expect(getStandardMessage(full.world.admin, "nope")).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("it from other organisations and from whoever has no right there", async () => {
      const { world } = full
      const { id } = await makeStandardMessage(world.admin, world.administrationId)
      const outsider = await makeWorld(house)
      const noRight = await makeUser(house, world.organisationId, { right: "none" })
      for (const by of [outsider.admin, noRight])
        await expect(getStandardMessage(by, id)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

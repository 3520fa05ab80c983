import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { saveStandardMessage } from "@casepost/backend/standard-messages/save-standard-message"
import { beforeAll, describe, expect, it } from "vitest"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"
import { makeStandardMessage, standardMessage } from "../../support/standard-messages.ts"

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
    it("take out a file that its standard message has no more, and say so", async () => {
      const { world, caseRef } = await aCase()
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: Buffer.from("a") })
      const made = await makeStandardMessage(world.admin, world.administrationId, { attachmentIds: [file.id] })
      await saveDraft(world.standard, drafting(caseRef, { attachmentIds: [file.id], standardMessageId: made.id }))
      const before = await getDraft(world.standard, { kind: "message", caseRef })
      expect(before.draft).toMatchObject({ attachments: [file], leftOut: [] })
      await saveStandardMessage(world.admin, { ...standardMessage(), id: made.id, version: 1 })
      const { draft } = await getDraft(world.standard, { kind: "message", caseRef })
      expect(draft).toMatchObject({ attachments: [], leftOut: ["An attached file"] })
      expect(draft?.content).toMatchObject({ attachmentIds: [], standardMessageId: made.id })
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

import { deleteAttachment } from "@casepost/backend/attachments/delete-attachment"
import { readAttachment } from "@casepost/backend/attachments/read-attachment"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

const file = { name: "note.txt", bytes: new TextEncoder().encode("delivery note") }

describe("delete-attachment", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const rowOf = async (id: string) =>
    (await house.database.owner.select().from(attachments).where(eq(attachments.id, id))).at(0)

  describe("does", () => {
    it("throw an upload away with its bytes", async () => {
      const world = await makeWorld(house)
      const { id } = await uploadAttachment(world.standard, file)
      const row = await rowOf(id)
      await deleteAttachment(world.standard, id)
      expect(await rowOf(id)).toBeUndefined()
      await expect(house.files.get(row?.fileKey ?? "")).rejects.toThrow()
    })
    it("keep the bytes while another message uses them", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const { id } = await uploadAttachment(world.standard, file)
      const body = writing({ kind: "customer", id: customer.id }, { attachmentIds: [id] })
      const first = await sendMessage(world.standard, body)
      const second = await sendMessage(world.standard, body)
      await undoMessage(world.standard, first.id)
      await deleteAttachment(world.standard, id)
      const [kept] = await house.database.owner.select().from(attachments).where(eq(attachments.ownerId, second.id))
      await expect(readAttachment(world.standard, kept?.id ?? "")).resolves.toMatchObject({ name: "note.txt" })
    })
  })

  describe("refuses", () => {
    it("what was sent", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const { id } = await uploadAttachment(world.standard, file)
      await sendMessage(world.standard, writing({ kind: "customer", id: customer.id }, { attachmentIds: [id] }))
      await expect(deleteAttachment(world.standard, id)).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("the uploads of others", async () => {
      const [world, theirs] = [await makeWorld(house), await makeWorld(house)]
      const { id } = await uploadAttachment(world.standard, file)
      for (const context of [world.admin, theirs.admin])
        await expect(deleteAttachment(context, id)).rejects.toMatchObject({ code: "not-found" })
      await expect(deleteAttachment(world.standard, "x")).rejects.toMatchObject({ code: "not-found" })
      expect(await rowOf(id)).toBeDefined()
    })
  })
})

import { makeContext } from "@casepost/backend/context"
import { conversations } from "@casepost/backend/entries/tables"
import { markMessage } from "@casepost/backend/messages/mark-message"
import { receiveReply } from "@casepost/backend/messages/receive-reply"
import { readMarks } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeUser, makeWorld } from "../../support/make.ts"
import { sendAndLeave, writing } from "../../support/messages.ts"

describe("mark-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aReply() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const caseRef = { kind: "customer" as const, id: customer.id }
    const answer = () =>
      world.standard.transaction(tx =>
        receiveReply(world.standard, tx, {
          caseRef,
          administrationId: world.administrationId,
          customerId: customer.id,
          authorName: "Peter Jansen",
          bodyHtml: "<p>Hello</p>",
          via: "portal",
          language: "nl",
          files: [],
        }),
      )
    return { world, caseRef, answer, reply: await answer() }
  }
  async function unreadOf(caseId: string) {
    const [row] = await house.database.owner.select().from(conversations).where(eq(conversations.caseId, caseId))
    return [row?.unread, row?.hasUnread]
  }
  const marksOf = (id: string) => house.database.owner.select().from(readMarks).where(eq(readMarks.messageId, id))

  describe("does", () => {
    it("mark a reply read for everybody, and keep who read it first", async () => {
      const { world, caseRef, reply } = await aReply()
      expect(await unreadOf(caseRef.id)).toEqual([1, true])
      await markMessage(world.restricted, { id: reply.id, read: true })
      await markMessage(world.standard, { id: reply.id, read: true })
      expect(await marksOf(reply.id)).toMatchObject([{ userName: "Rick Bos" }])
      expect(await unreadOf(caseRef.id)).toEqual([0, false])
    })
    it("mark it unread again, and leave the other replies as they are", async () => {
      const { world, caseRef, reply, answer } = await aReply()
      await answer()
      await markMessage(world.standard, { id: reply.id, read: true })
      expect(await unreadOf(caseRef.id)).toEqual([1, true])
      await markMessage(world.standard, { id: reply.id, read: false })
      expect(await unreadOf(caseRef.id)).toEqual([2, true])
      expect(await marksOf(reply.id)).toEqual([])
    })
    it("mark a message of ours unread, to come back to it", async () => {
      const { world, caseRef, reply } = await aReply()
      await markMessage(world.standard, { id: reply.id, read: true })
      const sent = await sendAndLeave(house, world.standard, writing(caseRef))
      expect(await unreadOf(caseRef.id)).toEqual([0, false])
      await markMessage(world.standard, { id: sent.id, read: false })
      expect(await unreadOf(caseRef.id)).toEqual([1, true])
    })
    it("count every mark of many set at once", async () => {
      const { world, caseRef, reply, answer } = await aReply()
      const replies = [reply, ...(await Promise.all([answer(), answer(), answer(), answer()]))]
      await Promise.all(replies.map(({ id }) => markMessage(world.standard, { id, read: true })))
      expect(await unreadOf(caseRef.id)).toEqual([0, false])
    })
  })

  describe("refuses", () => {
    it("an API key: a person reads", async () => {
      const { world, reply } = await aReply()
      const { organisationId, administrationId } = world
      const key = makeContext(house, {
        organisationId,
        actor: { kind: "api-key", keyId: crypto.randomUUID(), name: "Import", administrationIds: [administrationId] },
      })
      await expect(markMessage(key, { id: reply.id, read: true })).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("messages of other organisations and of administrations one has no right in", async () => {
      const { world, reply } = await aReply()
      const theirs = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const stranger = await makeUser(house, world.organisationId, { right: "none", only: { [elsewhere]: "standard" } })
      for (const context of [theirs.admin, stranger])
        await expect(markMessage(context, { id: reply.id, read: true })).rejects.toMatchObject({ code: "not-found" })
      await expect(markMessage(world.standard, { id: "x", read: true })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

import { newId } from "@casepost/backend/columns"
import type { Transaction } from "@casepost/backend/database"
import { recountConversation } from "@casepost/backend/entries/recount-conversation"
import { conversations } from "@casepost/backend/entries/tables"
import { touchConversation } from "@casepost/backend/entries/touch-conversation"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { messages, readMarks } from "@casepost/backend/messages/tables"
import { eq, inArray } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"
import { somebodyWaitsFor } from "../../support/waiting.ts"

describe("touch-conversation and recount-conversation", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aConversation() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const caseRef = { kind: "customer" as const, id: customer.id }
    const { organisationId, administrationId } = world
    const touch = async (unread: boolean, at = house.now()) => {
      const messageId = newId()
      const message = { organisationId, administrationId, customerId: customer.id, caseRef, messageId, at, unread }
      await world.standard.transaction(tx => touchConversation(tx, message))
      return messageId
    }
    const row = async () =>
      (await house.database.owner.select().from(conversations).where(eq(conversations.caseId, customer.id))).at(0)
    return { world, caseRef, touch, row }
  }

  describe("does", () => {
    it("begin a conversation, then keep its last message and count what is unread", async () => {
      const { touch, row } = await aConversation()
      await touch(false)
      expect(await row()).toMatchObject({ unread: 0, hasUnread: false })
      await touch(true)
      const last = await touch(true, new Date("2026-11-23T09:00:00.000Z"))
      expect(await row()).toMatchObject({
        lastMessageId: last,
        lastAt: new Date("2026-11-23T09:00:00.000Z"),
        unread: 2,
        hasUnread: true,
      })
      await touch(false)
      expect(await row()).toMatchObject({ unread: 2, hasUnread: true })
    })
    it("count every one of many replies that come at once", async () => {
      const { touch, row } = await aConversation()
      await Promise.all(Array.from({ length: 8 }, () => touch(true)))
      expect(await row()).toMatchObject({ unread: 8 })
    })
    it("work it out again from the messages: the last that stands, and those without a mark", async () => {
      const { world, caseRef, row } = await aConversation()
      const first = await sendMessage(world.standard, writing(caseRef))
      const second = await sendMessage(world.standard, writing(caseRef))
      const db = house.database.owner
      await db.delete(readMarks).where(eq(readMarks.messageId, first.id))
      await db.update(messages).set({ state: "cancelled" }).where(eq(messages.id, second.id))
      await world.standard.transaction(tx => recountConversation(tx, caseRef))
      expect(await row()).toMatchObject({ lastMessageId: first.id, unread: 1, hasUnread: true })
      await db.update(messages).set({ state: "cancelled" }).where(eq(messages.id, first.id))
      await world.standard.transaction(tx => recountConversation(tx, caseRef))
      expect(await row()).toBeUndefined()
    })
  })

  describe("protects", () => {
    it("the count from two who mark at the same moment: the second counts after the first is done", async () => {
      const { world, caseRef, row } = await aConversation()
      const [one, other] = [
        await sendMessage(world.standard, writing(caseRef)),
        await sendMessage(world.standard, writing(caseRef)),
      ]
      await house.database.owner.delete(readMarks).where(inArray(readMarks.messageId, [one.id, other.id]))
      const mark = async (tx: Transaction, messageId: string) => {
        await tx.insert(readMarks).values({ messageId, organisationId: world.organisationId, userName: "Sanne" })
        await recountConversation(tx, caseRef)
      }
      const held = Promise.withResolvers<void>()
      const done = Promise.withResolvers<void>()
      const first = world.standard.transaction(async tx => {
        await mark(tx, one.id)
        held.resolve()
        await done.promise
      })
      await held.promise
      const second = world.standard.transaction(tx => mark(tx, other.id))
      await somebodyWaitsFor(house, "conversations")
      done.resolve()
      await Promise.all([first, second])
      expect(await row()).toMatchObject({ unread: 0, hasUnread: false })
    })
    it("other organisations' conversations", async () => {
      const { caseRef, touch, row } = await aConversation()
      await touch(true)
      const theirs = await makeWorld(house)
      await theirs.admin.transaction(tx => recountConversation(tx, caseRef))
      expect(await row()).toMatchObject({ unread: 1 })
    })
  })
})

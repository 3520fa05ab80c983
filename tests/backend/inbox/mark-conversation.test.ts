import { countUnread } from "@casepost/backend/inbox/count-unread"
import { listInbox } from "@casepost/backend/inbox/list-inbox"
import { markConversation } from "@casepost/backend/inbox/mark-conversation"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import type { CaseRef } from "@casepost/shared/cases"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeUser, makeWorld, type World } from "../../support/make.ts"
import { writeMessage, writeReply } from "../../support/write.ts"

describe("marking a conversation", () => {
  let house: TestHouse
  let world: World
  let about: { caseRef: CaseRef; customerId: string; administrationId: string }
  beforeAll(async () => {
    house = await openTestHouse()
  })
  beforeEach(async () => {
    world = await makeWorld(house)
    const { administrationId } = world
    const customerId = (await makeCustomer(house, world)).id
    const invoice = await makeInvoice(house, { ...world, customerId })
    about = { caseRef: { kind: "invoice", id: invoice.id }, customerId, administrationId }
  })
  const unread = async () => {
    const { conversations } = await listInbox(world.standard, { sort: "newest", limit: 30 })
    return conversations.find(({ caseRef }) => caseRef.id === about.caseRef.id)?.unread
  }
  const marks = async () => {
    const { entries } = await listTimeline(world.standard, about.caseRef, { limit: 30 })
    return entries.map(entry => entry.type !== "note" && [entry.unread, entry.readBy])
  }

  describe("does", () => {
    it("marks every reply read for everybody, and keeps who did", async () => {
      await writeReply(world.standard, about)
      await writeReply(world.standard, about)
      expect(await unread()).toBe(2)
      await markConversation(world.restricted, about.caseRef, { read: true })
      expect(await unread()).toBe(0)
      await markConversation(world.standard, about.caseRef, { read: true })
      expect(await marks()).toEqual([
        [false, "Rick Bos"],
        [false, "Rick Bos"],
      ])
    })
    it("marks the last reply unread again, also when we wrote after it", async () => {
      await writeReply(world.standard, about)
      await writeReply(world.standard, about)
      await writeMessage(world.standard, about.caseRef)
      await markConversation(world.standard, about.caseRef, { read: true })
      await markConversation(world.standard, about.caseRef, { read: false })
      await markConversation(world.standard, about.caseRef, { read: false })
      expect(await unread()).toBe(1)
      expect(await marks()).toEqual([
        [false, "Sanne de Wit"],
        [true, null],
        [false, "Sanne de Wit"],
      ])
    })
    it("marks what we wrote ourselves unread where nobody answered", async () => {
      await writeMessage(world.standard, about.caseRef)
      await markConversation(world.standard, about.caseRef, { read: false })
      expect(await unread()).toBe(1)
    })
    it("leaves the customer's other conversations as they are", async () => {
      const other = await makeInvoice(house, { ...world, customerId: about.customerId })
      await writeReply(world.standard, { ...about, caseRef: { kind: "invoice", id: other.id } })
      await writeReply(world.standard, about)
      await markConversation(world.standard, about.caseRef, { read: true })
      expect(await countUnread(world.standard)).toEqual({ unread: 1 })
    })
  })

  describe("refuses", () => {
    it("to mark a case unread about which nothing was written", async () => {
      await expect(markConversation(world.standard, about.caseRef, { read: false })).rejects.toMatchObject({
        code: "not-found",
      })
    })
  })

  describe("protects", () => {
    it("a conversation from another organisation's people, and from those without a right there", async () => {
      await writeReply(world.standard, about)
      const { admin: theirs } = await makeWorld(house)
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      for (const context of [theirs, nobody])
        await expect(markConversation(context, about.caseRef, { read: true })).rejects.toMatchObject({
          code: "not-found",
        })
      expect(await unread()).toBe(1)
    })
  })
})

import { customers } from "@casepost/backend/cases/tables"
import { entries } from "@casepost/backend/entries/tables"
import { receiveReply } from "@casepost/backend/messages/receive-reply"
import { resendMessage } from "@casepost/backend/messages/resend-message"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeRelation, makeWorld } from "../../support/make.ts"
import { leave, sendAndLeave, writing } from "../../support/messages.ts"

describe("resend-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  const toCustomer = [{ kind: "customer" as const, address: "info@jansen.example" }]
  async function aSentMessage() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { address: "info@jansen.example" })
    const caseRef = { kind: "customer" as const, id: customer.id }
    const sent = await sendAndLeave(house, world.standard, writing(caseRef, { to: toCustomer }))
    const again = { id: sent.id, to: toCustomer, cc: [], bcc: [], confirmedTo: [] }
    return { world, customer, caseRef, sent, again }
  }

  describe("does", () => {
    it("add an attempt under the same entry, held for ten seconds, to recipients chosen anew", async () => {
      const { world, again, sent } = await aSentMessage()
      const before = await house.database.owner.select().from(messages).where(eq(messages.id, sent.id))
      house.setNow(new Date("2026-11-24T09:00:00.000Z"))
      const resent = await resendMessage(world.admin, {
        ...again,
        to: [{ kind: "typed", address: "administratie@jansen.example" }],
      })
      house.setNow(undefined)
      expect(resent).toMatchObject({ id: sent.id, state: "held", leavesAt: "2026-11-24T09:00:10.000Z", mails: 1 })
      const rows = await house.database.owner.select().from(attempts).where(eq(attempts.messageId, sent.id))
      const second = rows.find(row => row.number === 2)
      expect(second).toMatchObject({ state: "waiting", byName: "Demo Admin" })
      const chosen = await house.database.owner
        .select()
        .from(recipients)
        .where(eq(recipients.attemptId, second?.id ?? ""))
      expect(chosen).toMatchObject([{ kind: "typed", address: "administratie@jansen.example", state: "held" }])
      expect(await house.database.owner.select().from(messages).where(eq(messages.id, sent.id))).toEqual(before)
      expect(await house.database.owner.select().from(entries).where(eq(entries.thingId, sent.id))).toHaveLength(1)
    })
    it("count on after a resend that was undone", async () => {
      const { world, again, sent } = await aSentMessage()
      await resendMessage(world.standard, again)
      await undoMessage(world.standard, sent.id)
      await resendMessage(world.standard, again)
      const rows = await house.database.owner.select().from(attempts).where(eq(attempts.messageId, sent.id))
      expect(rows.map(row => row.number).sort()).toEqual([1, 2, 3])
    })
  })

  describe("refuses", () => {
    it("before the first sending left, and while a resend is waiting", async () => {
      const { world, caseRef, again } = await aSentMessage()
      const waiting = await sendMessage(world.standard, writing(caseRef, { to: toCustomer }))
      await expect(resendMessage(world.standard, { ...again, id: waiting.id })).rejects.toMatchObject({
        code: "not-left-yet",
      })
      await resendMessage(world.standard, again)
      await expect(resendMessage(world.standard, again)).rejects.toMatchObject({ code: "not-left-yet" })
    })
    it("a message that was taken back", async () => {
      const { world, caseRef, again } = await aSentMessage()
      const cancelled = await sendMessage(world.standard, writing(caseRef, { to: toCustomer }))
      await undoMessage(world.standard, cancelled.id)
      await expect(resendMessage(world.standard, { ...again, id: cancelled.id })).rejects.toMatchObject({
        code: "not-left-yet",
      })
    })
    it("without an address: it stands in the portal already", async () => {
      const { world, again } = await aSentMessage()
      await expect(resendMessage(world.standard, { ...again, to: [] })).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "to" }],
      })
    })
    it("what sending refuses too: do not message, a relation as To, one that is not available", async () => {
      const { world, customer, again } = await aSentMessage()
      const relation = await makeRelation(house, world.organisationId)
      await expect(
        resendMessage(world.standard, { ...again, to: [{ kind: "typed", address: relation.address }] }),
      ).rejects.toMatchObject({ code: "relation-as-to" })
      await expect(
        resendMessage(world.standard, { ...again, cc: [{ kind: "relation", relationId: relation.id }] }),
      ).rejects.toMatchObject({ code: "relation-unavailable" })
      await house.database.owner
        .update(customers)
        .set({ doNotMessage: "Bankrupt." })
        .where(eq(customers.id, customer.id))
      await expect(resendMessage(world.standard, again)).rejects.toMatchObject({ code: "do-not-message" })
    })
    it("a restricted user", async () => {
      const { world, again } = await aSentMessage()
      await expect(resendMessage(world.restricted, again)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("sends once when two resend at the same moment", async () => {
      const { world, again, sent } = await aSentMessage()
      const answers = await Promise.allSettled([
        resendMessage(world.standard, again),
        resendMessage(world.admin, again),
        resendMessage(world.standard, again),
      ])
      expect(answers.filter(answer => answer.status === "fulfilled")).toHaveLength(1)
      for (const answer of answers)
        if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "not-left-yet" })
      const rows = await house.database.owner.select().from(attempts).where(eq(attempts.messageId, sent.id))
      expect(rows).toHaveLength(2)
    })
    it("what a customer wrote, and another organisation's messages", async () => {
      const { world, customer, caseRef, again } = await aSentMessage()
      const reply = await world.standard.transaction(tx =>
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
      await expect(resendMessage(world.standard, { ...again, id: reply.id })).rejects.toMatchObject({
        code: "not-found",
      })
      const theirs = await makeWorld(house)
      await leave(house, again.id)
      await expect(resendMessage(theirs.admin, again)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

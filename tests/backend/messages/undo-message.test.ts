import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { conversations, entries, messageWords } from "@casepost/backend/entries/tables"
import { resendMessage } from "@casepost/backend/messages/resend-message"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { emptyContent } from "@casepost/shared/drafts"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeRelation, makeUser, makeWorld } from "../../support/make.ts"
import { sendAndLeave, writing } from "../../support/messages.ts"

describe("undo-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aCase() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { address: "info@jansen.example" })
    return { world, customer, caseRef: { kind: "customer" as const, id: customer.id } }
  }
  const toCustomer = [{ kind: "customer" as const, address: "info@jansen.example" }]
  const db = () => house.database.owner

  describe("does", () => {
    it("make the whole message a draft again and leave nothing in timeline, inbox and search", async () => {
      const { world, caseRef } = await aCase()
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const file = await uploadAttachment(world.standard, { name: "a.txt", bytes: new TextEncoder().encode("a") })
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, {
          to: toCustomer,
          cc: [{ kind: "relation", relationId: relation.id }],
          bcc: [{ kind: "typed", address: "els@elsewhere.example", name: "Els" }],
          attachmentIds: [file.id],
        }),
      )
      const undone = await undoMessage(world.standard, sent.id)
      const { draft } = await getDraft(world.standard, { kind: "message", caseRef })
      expect(undone).toEqual({ caseRef, draftId: draft?.id })
      expect(draft?.content).toMatchObject({
        to: toCustomer,
        cc: [{ kind: "relation", relationId: relation.id }],
        bcc: [{ kind: "typed", address: "els@elsewhere.example", name: "Els" }],
        subject: "Your invoice is still open",
        bodyHtml: "<p>Dear Mr Jansen, please pay.</p>",
        attachmentIds: [file.id],
        names: { [relation.id]: relation.name },
      })
      expect(draft?.attachments).toMatchObject([{ id: file.id, name: "a.txt" }])
      expect(await db().select().from(entries).where(eq(entries.thingId, sent.id))).toEqual([])
      expect(await db().select().from(conversations).where(eq(conversations.caseId, caseRef.id))).toEqual([])
      expect(await db().select().from(messageWords).where(eq(messageWords.messageId, sent.id))).toEqual([])
    })
    it("let the draft be sent again as another message, with its file", async () => {
      const { world, caseRef } = await aCase()
      const file = await uploadAttachment(world.standard, { name: "a.txt", bytes: new TextEncoder().encode("a") })
      const first = await sendMessage(world.standard, writing(caseRef, { attachmentIds: [file.id] }))
      const { draftId } = await undoMessage(world.standard, first.id)
      const second = await sendMessage(
        world.standard,
        writing(caseRef, { attachmentIds: [file.id], draftId: draftId ?? "" }),
      )
      expect(second.id).not.toBe(first.id)
    })
    it("cancel a scheduled message hours later, with the address its recipient has now", async () => {
      const { world, caseRef } = await aCase()
      const sendAt = new Date(house.now().getTime() + 7_200_000).toISOString()
      const sent = await sendMessage(world.standard, writing(caseRef, { to: toCustomer, sendAt }))
      house.setNow(new Date(house.now().getTime() + 3_600_000))
      await undoMessage(world.standard, sent.id)
      house.setNow(undefined)
      const { draft } = await getDraft(world.standard, { kind: "message", caseRef })
      expect(draft?.content.to).toEqual(toCustomer)
    })
    it("keep the cancelled entry with its text where another draft is being written", async () => {
      const { world, caseRef } = await aCase()
      const sent = await sendMessage(world.standard, writing(caseRef, { to: toCustomer }))
      const other = await saveDraft(world.standard, {
        kind: "message",
        caseRef,
        content: { ...emptyContent, ...writing(caseRef), subject: "Another one" },
        version: 0,
        surface: "popup",
      })
      expect(await undoMessage(world.standard, sent.id)).toEqual({ caseRef, draftId: null })
      expect((await getDraft(world.standard, { kind: "message", caseRef })).draft?.id).toBe(other.id)
      expect(await db().select().from(entries).where(eq(entries.thingId, sent.id))).toHaveLength(1)
      const [cancelled] = await db().select().from(attempts).where(eq(attempts.messageId, sent.id))
      expect(cancelled).toMatchObject({ state: "cancelled", cancelReason: "undone" })
    })
    it("leave the conversation to the message before it", async () => {
      const { world, caseRef } = await aCase()
      const first = await sendAndLeave(house, world.standard, writing(caseRef))
      const second = await sendMessage(world.standard, writing(caseRef))
      await undoMessage(world.standard, second.id)
      const [conversation] = await db().select().from(conversations).where(eq(conversations.caseId, caseRef.id))
      expect(conversation).toMatchObject({ lastMessageId: first.id, unread: 0 })
    })
    it("cancel a resend and nothing of the message itself", async () => {
      const { world, caseRef } = await aCase()
      const sent = await sendAndLeave(house, world.standard, writing(caseRef, { to: toCustomer }))
      await resendMessage(world.standard, { id: sent.id, to: toCustomer, cc: [], bcc: [], confirmedTo: [] })
      expect(await undoMessage(world.standard, sent.id)).toEqual({ caseRef, draftId: null })
      const rows = await db().select().from(attempts).where(eq(attempts.messageId, sent.id))
      expect(rows.map(row => [row.number, row.state]).sort()).toEqual([
        [1, "left"],
        [2, "cancelled"],
      ])
      const [message] = await db().select().from(messages).where(eq(messages.id, sent.id))
      expect(message?.state).toBe("left")
      expect(await db().select().from(entries).where(eq(entries.thingId, sent.id))).toHaveLength(1)
    })
    it("let an administrator take back what somebody else sent; the text goes to who wrote it", async () => {
      const { world, caseRef } = await aCase()
      const sent = await sendMessage(world.standard, writing(caseRef))
      expect(await undoMessage(world.admin, sent.id)).toEqual({ caseRef, draftId: null })
      expect((await getDraft(world.standard, { kind: "message", caseRef })).draft?.content.subject).toBe(
        "Your invoice is still open",
      )
      expect(await getDraft(world.admin, { kind: "message", caseRef })).toEqual({ draft: null })
    })
  })

  describe("refuses", () => {
    it("a second click, without saying that the message left", async () => {
      const { world, caseRef } = await aCase()
      const sent = await sendMessage(world.standard, writing(caseRef))
      await undoMessage(world.standard, sent.id)
      const again = undoMessage(world.standard, sent.id)
      await expect(again).rejects.toMatchObject({
        code: "undo-too-late",
        message: expect.stringContaining("nothing to take back"),
      })
    })
    it("from the tenth second on, by the server's clock", async () => {
      const { world, caseRef } = await aCase()
      const start = new Date("2026-11-23T09:00:00.000Z")
      house.setNow(start)
      const sent = await sendMessage(world.standard, writing(caseRef))
      house.setNow(new Date(start.getTime() + 10_000))
      await expect(undoMessage(world.standard, sent.id)).rejects.toMatchObject({ code: "undo-too-late" })
      house.setNow(new Date(start.getTime() + 9_999))
      await expect(undoMessage(world.standard, sent.id)).resolves.toMatchObject({ caseRef })
      house.setNow(undefined)
    })
    it("what has left, and what was undone before", async () => {
      const { world, caseRef } = await aCase()
      const left = await sendAndLeave(house, world.standard, writing(caseRef))
      await expect(undoMessage(world.standard, left.id)).rejects.toMatchObject({ code: "undo-too-late" })
      const sent = await sendMessage(world.standard, writing(caseRef))
      await undoMessage(world.standard, sent.id)
      await expect(undoMessage(world.standard, sent.id)).rejects.toMatchObject({ code: "undo-too-late" })
    })
    it("a replay of what was taken back: it is a draft now", async () => {
      const { world, caseRef } = await aCase()
      const draft = await saveDraft(world.standard, {
        kind: "message",
        caseRef,
        content: { ...emptyContent, ...writing(caseRef) },
        version: 0,
        surface: "popup",
      })
      const body = writing(caseRef, { draftId: draft.id })
      const sent = await sendMessage(world.standard, body)
      await undoMessage(world.standard, sent.id)
      await expect(sendMessage(world.standard, body)).rejects.toMatchObject({ code: "stale-draft" })
    })
    it("another standard user's message", async () => {
      const { world, caseRef } = await aCase()
      const sent = await sendMessage(world.standard, writing(caseRef))
      const other = await makeUser(house, world.organisationId, { right: "standard" })
      await expect(undoMessage(other, sent.id)).rejects.toMatchObject({ code: "not-allowed" })
      await expect(undoMessage(world.restricted, sent.id)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's message, which looks like one that does not exist", async () => {
      const { world, caseRef } = await aCase()
      const sent = await sendMessage(world.standard, writing(caseRef))
      const theirs = await makeWorld(house)
      for (const id of [sent.id, "0198f7a5-0000-7000-8000-000000000000", "x"])
        await expect(undoMessage(theirs.admin, id)).rejects.toMatchObject({ code: "not-found" })
    })
    it("lets either undo or leaving win, never both", async () => {
      const { world, caseRef } = await aCase()
      for (let round = 0; round < 6; round++) {
        const sent = await sendMessage(world.standard, writing(caseRef, { to: toCustomer }))
        // What the dispatcher does: it holds the attempt, then marks attempt, recipients and message.
        const leaving = house.database.inScope({ role: "casepost_system" }, async tx => {
          const [held] = await tx
            .select({ state: attempts.state })
            .from(attempts)
            .where(eq(attempts.messageId, sent.id))
            .for("update")
          if (held?.state !== "waiting") return "cancelled"
          await tx.update(recipients).set({ state: "queued" }).where(eq(recipients.messageId, sent.id))
          await tx.update(attempts).set({ state: "left" }).where(eq(attempts.messageId, sent.id))
          await tx.update(messages).set({ state: "left" }).where(eq(messages.id, sent.id))
          return "left"
        })
        const undoing = undoMessage(world.standard, sent.id).then(
          () => "cancelled",
          (error: { code: string }) => (error.code === "undo-too-late" ? "left" : error.code),
        )
        const [one, other] = await Promise.all([leaving, undoing])
        expect(one).toBe(other)
        const [message] = await db().select().from(messages).where(eq(messages.id, sent.id))
        const [recipient] = await db().select().from(recipients).where(eq(recipients.messageId, sent.id))
        expect([message?.state, recipient?.state]).toEqual(
          one === "left" ? ["left", "queued"] : ["cancelled", "cancelled"],
        )
      }
    })
  })
})

import { memberships } from "@casepost/backend/access/tables"
import { attachments } from "@casepost/backend/attachments/tables"
import { contacts, customers } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { openLease } from "@casepost/backend/delivery/lease"
import { leaveDue } from "@casepost/backend/delivery/leave-due"
import { mails, suppressions } from "@casepost/backend/delivery/tables"
import { drafts } from "@casepost/backend/drafts/tables"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { notifications } from "@casepost/backend/notifications/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"

let house: TestHouse
let world: World
let of: Awaited<ReturnType<typeof makeCase>>
beforeAll(async () => {
  house = await openLonelyHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
  of = await makeCase(house, world)
})
afterAll(() => house.database.close())

async function leave() {
  const lease = openLease(house, `test:${newId()}`)
  await lease.hold()
  await leaveDue(house, lease)
  await lease.release()
}
const scheduled = { scheduled: true }
const db = () => house.database.owner
const recipientOf = async (id: string | undefined) =>
  (
    await db()
      .select()
      .from(recipients)
      .where(eq(recipients.id, id ?? ""))
  )[0]
const mailsOf = (id: string | undefined) =>
  db()
    .select()
    .from(mails)
    .where(eq(mails.recipientId, id ?? ""))
const attemptOf = async (id: string | undefined) =>
  (
    await db()
      .select()
      .from(attempts)
      .where(eq(attempts.id, id ?? ""))
  )[0]

async function makeRelation(address: string) {
  const id = newId()
  const { organisationId, administrationId } = world
  await db().insert(relations).values({ id, organisationId, name: "Smit & Hoekstra", address })
  await db().insert(relationAdministrations).values({ organisationId, relationId: id, administrationId })
  return id
}

describe("leave due", () => {
  describe("does", () => {
    it("lets a message leave after its undo time: into the portal, and one mail for each address", async () => {
      const [made] = await makeMessages(house, world, {
        of,
        to: [{ address: "info@jansen.example" }, { address: "cc@smit.example", role: "cc", kind: "relation" }],
      })
      await leave()
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "left" })
      const [message] = await db()
        .select()
        .from(messages)
        .where(eq(messages.id, made?.messageId ?? ""))
      expect(message).toMatchObject({ state: "left", leftAt: expect.any(Date) })
      for (const id of made?.recipientIds ?? []) {
        expect(await recipientOf(id)).toMatchObject({ state: "queued", queuedAt: expect.any(Date) })
        expect(await mailsOf(id)).toHaveLength(1)
      }
    })
    it("leaves a message without any address to the portal", async () => {
      const [made] = await makeMessages(house, world, { of, to: [{ address: null }] })
      await leave()
      expect(await recipientOf(made?.recipientIds[0])).toMatchObject({ state: "portal-only" })
      expect(await mailsOf(made?.recipientIds[0])).toEqual([])
    })
    it("reads a scheduled message's addresses when it leaves", async () => {
      const relationId = await makeRelation("nieuw@smit.example")
      await db().update(contacts).set({ address: "Nieuw@Jansen.example" }).where(eq(contacts.customerId, of.customerId))
      const userId = (world.restricted.actor as { userId: string }).userId
      const [made] = await makeMessages(house, world, {
        of,
        attempt: scheduled,
        to: [
          { address: null, state: "scheduled" },
          { address: null, role: "cc", kind: "relation", relationId, state: "scheduled" },
          { address: null, role: "bcc", kind: "colleague", userId, state: "scheduled" },
        ],
      })
      await leave()
      const [to, cc, bcc] = await Promise.all((made?.recipientIds ?? []).map(recipientOf))
      expect(to).toMatchObject({ state: "queued", address: "nieuw@jansen.example" })
      expect(cc).toMatchObject({ state: "queued", address: "nieuw@smit.example" })
      expect(bcc?.address).toBe((world.restricted.actor as { email: string }).email)
    })
    it("cancels a scheduled message when the customer answered first, tells its author, and keeps the text as a draft", async () => {
      const [made] = await makeMessages(house, world, {
        of,
        attempt: scheduled,
        message: { cancelOnReply: true },
        file: "%PDF",
      })
      await makeMessages(house, world, {
        of,
        message: { direction: "incoming", state: "left", createdAt: new Date() },
        attempt: { state: "left" },
      })
      await leave()
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "cancelled", cancelReason: "customer-answered" })
      expect(await recipientOf(made?.recipientIds[0])).toMatchObject({ state: "cancelled" })
      const { userId } = world.standard.actor as { userId: string }
      const [told] = await db().select().from(notifications).where(eq(notifications.userId, userId))
      expect(told).toMatchObject({ kind: "message-cancelled", detail: { reason: "customer-answered" } })
      const [draft] = await db().select().from(drafts).where(eq(drafts.userId, userId))
      const [file] = await db()
        .select()
        .from(attachments)
        .where(and(eq(attachments.ownerKind, "upload"), eq(attachments.ownerId, userId)))
      expect(draft?.content).toMatchObject({
        attachmentIds: [file?.id],
        bodyHtml: expect.stringContaining("VF-2026-04183"),
      })
      expect(
        await db()
          .select()
          .from(attachments)
          .where(eq(attachments.ownerId, made?.messageId ?? "")),
      ).toHaveLength(1)
    })
    it("sends a scheduled message though the customer answered, where its sender chose so", async () => {
      const [made] = await makeMessages(house, world, { of, attempt: scheduled, message: { cancelOnReply: false } })
      await makeMessages(house, world, {
        of,
        message: { direction: "incoming", state: "left", createdAt: new Date() },
        attempt: { state: "left" },
      })
      await leave()
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "left" })
    })
  })

  describe("refuses", () => {
    it("lets nothing leave before its time", async () => {
      const [made] = await makeMessages(house, world, { of, attempt: { leavesAt: new Date(Date.now() + 5_000) } })
      await leave()
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "waiting" })
      expect(await mailsOf(made?.recipientIds[0])).toEqual([])
    })
    it("leaves out a relation that was unlinked and a colleague who was switched off, and says so", async () => {
      const relationId = await makeRelation("weg@smit.example")
      await db().delete(relationAdministrations).where(eq(relationAdministrations.relationId, relationId))
      const userId = (world.restricted.actor as { userId: string }).userId
      await db().update(memberships).set({ disabledAt: new Date() }).where(eq(memberships.userId, userId))
      const [made] = await makeMessages(house, world, {
        of,
        attempt: scheduled,
        to: [
          { address: "info@jansen.example" },
          { address: null, role: "cc", kind: "relation", relationId, name: "Smit & Hoekstra" },
          { address: null, role: "cc", kind: "colleague", userId, name: "Rick Bos" },
        ],
      })
      await leave()
      const [, relation, colleague] = await Promise.all((made?.recipientIds ?? []).map(recipientOf))
      expect(relation).toMatchObject({ state: "left-out", reason: "Smit & Hoekstra is no longer available here." })
      expect(colleague).toMatchObject({ state: "left-out", reason: "Rick Bos no longer has a right here." })
    })
    it("mails nothing to an address that takes no mail any more", async () => {
      const { organisationId } = world
      await db().insert(suppressions).values({ organisationId, address: "kok@jansen.example", reason: "bounce" })
      const [made] = await makeMessages(house, world, { of, to: [{ address: "kok@jansen.example" }] })
      await leave()
      expect(await recipientOf(made?.recipientIds[0])).toMatchObject({ state: "suppressed" })
      expect(await mailsOf(made?.recipientIds[0])).toEqual([])
    })
    it("cancels a scheduled message to a customer who must not be messaged any more", async () => {
      await db().update(customers).set({ doNotMessage: "In dispute." }).where(eq(customers.id, of.customerId))
      const [made] = await makeMessages(house, world, { of, attempt: scheduled })
      await leave()
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "cancelled", cancelReason: "do-not-message" })
    })
  })

  describe("protects", () => {
    it("a customer who must not be messaged any more from what goes again", async () => {
      const [made] = await makeMessages(house, world, { of })
      await leave()
      const { organisationId } = world
      const messageId = (await attemptOf(made?.attemptId))?.messageId ?? ""
      const again = {
        id: newId(),
        organisationId,
        messageId,
        number: 2,
        state: "waiting",
        byName: "Sanne",
      }
      await db()
        .insert(attempts)
        .values({ ...again, leavesAt: new Date(), priority: 10, bulkMessageId: newId() })
      await db().update(customers).set({ doNotMessage: "In dispute." }).where(eq(customers.id, of.customerId))
      await leave()
      expect(await attemptOf(again.id)).toMatchObject({ state: "cancelled", cancelReason: "do-not-message" })
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "left" })
    })
    it("mails an address once that a scheduled message came to have twice", async () => {
      const relationId = await makeRelation("info@jansen.example")
      const [made] = await makeMessages(house, world, {
        of,
        attempt: scheduled,
        to: [
          { address: null, role: "cc", kind: "relation", relationId },
          { address: "info@jansen.example", role: "to" },
        ],
      })
      await leave()
      const [cc, to] = await Promise.all((made?.recipientIds ?? []).map(recipientOf))
      expect(to).toMatchObject({ state: "queued" })
      expect(cc).toMatchObject({ state: "left-out" })
    })
    it("writes nothing once somebody else holds the lease", async () => {
      const [made] = await makeMessages(house, world, { of })
      const [one, other] = [openLease(house, "contested"), openLease(house, "contested")]
      await one.hold()
      expect(await other.hold()).toBe(false)
      await one.release()
      expect(await other.hold()).toBe(true)
      await expect(leaveDue(house, one)).rejects.toThrow("another holder")
      expect(await attemptOf(made?.attemptId)).toMatchObject({ state: "waiting" })
      await other.release()
    })
  })
})

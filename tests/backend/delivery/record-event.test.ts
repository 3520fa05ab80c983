import { memberships } from "@casepost/backend/access/tables"
import { newId } from "@casepost/backend/columns"
import { type DeliveryEvent, recordEvent } from "@casepost/backend/delivery/record-event"
import { deliveryEvents, mails, suppressions } from "@casepost/backend/delivery/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { getNote } from "@casepost/backend/notes/get-note"
import { noteRecipients, reminders } from "@casepost/backend/notes/tables"
import { notifications } from "@casepost/backend/notifications/tables"
import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeNote, makeWorld, type World } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"

let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
})

const db = () => house.database.owner
/** A note that left, and its reminder, both handed to the provider. */
async function sentNote() {
  const customer = await makeCustomer(house, world)
  const to = (address: string) => [{ kind: "typed" as const, address }]
  const note = await makeNote(
    world.standard,
    { kind: "customer", id: customer.id },
    {
      recipients: to("els@y.example"),
      reminder: { date: "2029-01-04", time: "09:00", timeZone: "Europe/Amsterdam", recipients: to("wim@y.example") },
    },
  )
  const row = { organisationId: world.organisationId, state: "frozen" }
  const [noteMailId, reminderMailId] = [newId(), newId()]
  const noteRecipientId = note.recipients[0]?.id ?? ""
  const reminderId = note.reminder?.recipients[0]?.id ?? ""
  await db()
    .insert(mails)
    .values([
      { ...row, id: noteMailId, kind: "note", noteRecipientId, address: "els@y.example" },
      { ...row, id: reminderMailId, kind: "reminder", reminderId, address: "wim@y.example" },
    ])
  await db().update(noteRecipients).set({ state: "queued" }).where(eq(noteRecipients.id, noteRecipientId))
  await db().update(reminders).set({ state: "queued" }).where(eq(reminders.id, reminderId))
  const states = async () => {
    const { recipients: mailed, reminder } = await getNote(world.standard, note.id)
    return [mailed[0]?.state, reminder?.recipients[0]?.state]
  }
  return { note, noteMailId, reminderMailId, states }
}
/** A message that left and was handed to the provider, to this address. */
async function sent(address = "info@jansen.example", row: object = {}) {
  const of = await makeCase(house, world, address)
  const [made] = await makeMessages(house, world, {
    of,
    attempt: { state: "left" },
    message: { state: "left" },
    to: [{ address, state: "queued", ...row }],
  })
  const recipientId = made?.recipientIds[0] ?? ""
  const mailId = newId()
  await db().insert(mails).values({
    id: mailId,
    organisationId: world.organisationId,
    kind: "message",
    recipientId,
    address,
    state: "frozen",
  })
  return { recipientId, mailId, messageId: made?.messageId ?? "", address }
}
const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, second))
const event = (mailId: string, type: string, more: Partial<DeliveryEvent> = {}): DeliveryEvent => ({
  eventId: newId(),
  type,
  mailId,
  happenedAt: at(1),
  detail: {},
  ...more,
})
const recipientOf = async (id: string) => (await db().select().from(recipients).where(eq(recipients.id, id)))[0]
const bounce = (type: string, subType: string, message = "550 5.1.1 user unknown") => ({
  bounce: { type, subType, message },
})

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map(rest => [item, ...rest]))
}

describe("record event", () => {
  describe("does", () => {
    it("comes to the same end in whatever order the provider tells it", async () => {
      const story = ["casepost.accepted", "email.sent", "email.delivery_delayed", "email.delivered"]
      for (const order of permutations(story)) {
        const { mailId, recipientId } = await sent()
        for (const type of order) await recordEvent(house, event(mailId, type))
        expect(await recipientOf(recipientId), order.join(" ")).toMatchObject({
          state: "delivered",
          sentAt: at(1),
          deliveredAt: at(1),
        })
      }
    })
    it("finds a mail by the provider's id, which an event with our tag was the first to tell", async () => {
      const { mailId, recipientId } = await sent()
      const providerId = newId()
      await recordEvent(house, event(mailId, "email.sent", { providerId }))
      await recordEvent(house, { ...event(mailId, "email.delivered", { providerId }), mailId: undefined })
      expect(await recipientOf(recipientId)).toMatchObject({ state: "delivered" })
    })
    it("says in words that an address does not exist, suppresses it, and tells the author in Casepost and by e-mail", async () => {
      const { mailId, recipientId, address } = await sent("e.kok@jansen.example")
      await recordEvent(house, event(mailId, "email.bounced", { detail: bounce("Permanent", "General") }))
      expect(await recipientOf(recipientId)).toMatchObject({ state: "bounced", reason: `${address} does not exist.` })
      const [suppressed] = await db()
        .select()
        .from(suppressions)
        .where(eq(suppressions.organisationId, world.organisationId))
      expect(suppressed).toMatchObject({ address, reason: "bounce" })
      const { userId } = world.standard.actor as { userId: string }
      expect(await db().select().from(notifications).where(eq(notifications.userId, userId))).toMatchObject([
        { kind: "delivery-failed", detail: { recipientId, address } },
      ])
      expect(await noticesOf()).toHaveLength(1)
    })
    it.each([
      ["Transient", "General", "delayed"],
      ["Transient", "MailboxFull", "bounced"],
      ["Undetermined", "Undetermined", "bounced"],
    ])("does not suppress an address for a %s bounce (%s)", async (type, subType, state) => {
      const { mailId, recipientId } = await sent()
      await recordEvent(house, event(mailId, "email.bounced", { detail: bounce(type, subType, "") }))
      expect(await recipientOf(recipientId)).toMatchObject({ state })
      expect(
        await db().select().from(suppressions).where(eq(suppressions.organisationId, world.organisationId)),
      ).toEqual([])
    })
    it("suppresses after a complaint, and shows one that comes after opening beside it", async () => {
      const { mailId, recipientId } = await sent()
      await recordEvent(house, { ...event(mailId, "casepost.opened", { recipientId }), mailId: undefined })
      await recordEvent(house, event(mailId, "email.complained", { happenedAt: at(9) }))
      expect(await recipientOf(recipientId)).toMatchObject({ state: "opened", openedAt: at(1), complainedAt: at(9) })
      const [suppressed] = await db()
        .select()
        .from(suppressions)
        .where(eq(suppressions.organisationId, world.organisationId))
      expect(suppressed).toMatchObject({ reason: "complaint" })
    })
    it("takes an opening in the portal for the customer's address, also of a message that is in the portal only", async () => {
      const { recipientId, messageId } = await sent("x@jansen.example", { state: "portal-only", address: null })
      await recordEvent(house, {
        eventId: newId(),
        type: "casepost.opened",
        messageId,
        happenedAt: at(3),
        detail: {},
      })
      expect(await recipientOf(recipientId)).toMatchObject({ state: "opened", openedAt: at(3) })
    })
    it("moves those a note was mailed to and those who were reminded, to the same end in any order", async () => {
      const story = ["casepost.accepted", "email.delivery_delayed", "email.delivered", "email.opened"]
      for (const order of [story, story.toReversed()]) {
        const { noteMailId, reminderMailId, states } = await sentNote()
        for (const type of order)
          for (const mailId of [noteMailId, reminderMailId]) await recordEvent(house, event(mailId, type))
        expect(await states(), order.join(" ")).toEqual(["opened-in-email", "opened-in-email"])
      }
    })
    it("says which note and reminder came back, and tells their author without their text", async () => {
      const { note, noteMailId, reminderMailId, states } = await sentNote()
      for (const mailId of [noteMailId, reminderMailId])
        await recordEvent(house, event(mailId, "email.bounced", { detail: bounce("Permanent", "General") }))
      expect(await states()).toEqual(["bounced", "bounced"])
      const { userId } = world.standard.actor as { userId: string }
      const told = await db().select().from(notifications).where(eq(notifications.userId, userId))
      expect(told.map(one => [one.kind, one.detail.noteId, one.detail.address]).toSorted()).toEqual([
        ["note-not-delivered", note.id, "els@y.example"],
        ["note-not-delivered", note.id, "wim@y.example"],
      ])
      const notices = await noticesOf()
      expect(notices.map(mail => mail.content?.subject).toSorted()).toEqual([
        "Not delivered: Your note about Jansen & Zonen Aannemers B.V.",
        "Not delivered: Your reminder about Jansen & Zonen Aannemers B.V.",
      ])
      expect(JSON.stringify([told, notices])).not.toContain("By phone")
    })
    it("lets an e-mail of which nothing was known turn out to have arrived", async () => {
      const { mailId, recipientId } = await sent()
      await recordEvent(house, event(mailId, "casepost.unknown"))
      expect(await recipientOf(recipientId)).toMatchObject({ state: "unknown" })
      await recordEvent(house, event(mailId, "email.delivered"))
      expect(await recipientOf(recipientId)).toMatchObject({ state: "delivered" })
    })
  })

  describe("refuses", () => {
    it("keeps a failure when a weaker event follows", async () => {
      for (const [failure, state] of [
        ["email.bounced", "bounced"],
        ["email.failed", "failed"],
        ["email.suppressed", "suppressed"],
        ["email.complained", "complained"],
      ] as const) {
        const { mailId, recipientId } = await sent(`${state}@jansen.example`)
        await recordEvent(house, event(mailId, failure, { detail: bounce("Permanent", "General") }))
        for (const later of ["email.sent", "email.delivered", "email.opened"])
          await recordEvent(house, event(mailId, later))
        expect(await recipientOf(recipientId)).toMatchObject({ state })
      }
    })
    it("stores a kind it does not know, and changes nothing", async () => {
      const { mailId, recipientId } = await sent()
      await recordEvent(house, event(mailId, "email.teleported"))
      expect(await recipientOf(recipientId)).toMatchObject({ state: "queued" })
      expect(await db().select().from(deliveryEvents).where(eq(deliveryEvents.mailId, mailId))).toHaveLength(1)
    })
    it("calls nothing opened that a copy's recipient did", async () => {
      const { mailId, recipientId } = await sent("cc@smit.example", { role: "cc", kind: "relation" })
      await recordEvent(house, { ...event(mailId, "casepost.opened", { recipientId }), mailId: undefined })
      expect(await recipientOf(recipientId)).toMatchObject({ state: "queued", openedAt: null })
    })
  })

  describe("protects", () => {
    it("takes an event that is told twice once", async () => {
      const { mailId } = await sent()
      const bounced = event(mailId, "email.bounced", { detail: bounce("Permanent", "General") })
      await Promise.all([recordEvent(house, bounced), recordEvent(house, bounced)])
      expect(await db().select().from(deliveryEvents).where(eq(deliveryEvents.eventId, bounced.eventId))).toHaveLength(
        1,
      )
      expect(await noticesOf()).toHaveLength(1)
    })
    it("sends no notice about a failure to the address that failed, and none about a notice", async () => {
      const { email } = world.standard.actor as { email: string }
      const { mailId } = await sent(email)
      await recordEvent(house, event(mailId, "email.bounced", { detail: bounce("Permanent", "General") }))
      expect(await noticesOf()).toEqual([])
    })
    it("mails no notice to somebody who wants none", async () => {
      const { userId } = world.standard.actor as { userId: string }
      await db().update(memberships).set({ notifyOnFailure: false }).where(eq(memberships.userId, userId))
      const { mailId } = await sent()
      await recordEvent(house, event(mailId, "email.failed"))
      expect(await noticesOf()).toEqual([])
      expect(await db().select().from(notifications).where(eq(notifications.userId, userId))).toHaveLength(1)
    })
    it("keeps the address of a clicked link out of the database", async () => {
      const { mailId } = await sent()
      const detail = { click: { link: "http://localhost/portal/m/secret-token" } } as never
      await recordEvent(house, event(mailId, "email.clicked", { detail }))
      const [stored] = await db().select().from(deliveryEvents).where(eq(deliveryEvents.mailId, mailId))
      expect(JSON.stringify(stored)).not.toContain("secret-token")
    })
  })
})

function noticesOf() {
  return db()
    .select()
    .from(mails)
    .where(and(eq(mails.organisationId, world.organisationId), eq(mails.kind, "notice")))
}

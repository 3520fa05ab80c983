import { memberships, users } from "@casepost/backend/access/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { contacts } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { openLease } from "@casepost/backend/delivery/lease"
import { leaveNotes, nextReminder } from "@casepost/backend/delivery/leave-notes"
import { mails, suppressions } from "@casepost/backend/delivery/tables"
import { resendMessage } from "@casepost/backend/messages/resend-message"
import { forwardNote } from "@casepost/backend/notes/forward-note"
import { getNote } from "@casepost/backend/notes/get-note"
import { setNoteDone } from "@casepost/backend/notes/set-note-done"
import { setReminder } from "@casepost/backend/notes/set-reminder"
import { noteRecipients, reminders } from "@casepost/backend/notes/tables"
import { notifications } from "@casepost/backend/notifications/tables"
import { administrations } from "@casepost/backend/organisations/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import type { CaseRef } from "@casepost/shared/cases"
import type { ReminderInput } from "@casepost/shared/notes"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import {
  makeCustomer,
  makeInvoice,
  makeKey,
  makeNote,
  makeRelation,
  makeUser,
  makeWorld,
  type World,
} from "../../support/make.ts"
import {
  type AcceptedMail,
  doubleKey,
  type ProviderDouble,
  startProviderDouble,
} from "../../support/provider-double.ts"
import { writeMessage, writeReply } from "../../support/write.ts"

const soon = { timeout: 60_000, interval: 50 }
const moment = (text: string) => new Date(text)

let house: TestHouse
let double: ProviderDouble
let world: World
let customer: Awaited<ReturnType<typeof makeCustomer>>
let caseRef: CaseRef
beforeEach(async () => {
  double = await startProviderDouble()
  house = await openLonelyHouse()
  house.config.resend = { apiKey: doubleKey, baseUrl: double.url, webhookSecret: undefined }
  house.config.local = false
  house.setNow(moment("2026-11-23T13:36:00Z"))
  world = await makeWorld(house)
  await db().update(administrations).set({ defaultLanguage: "en" })
  customer = await makeCustomer(house, world, { address: "info@jansen.example" })
  caseRef = { kind: "invoice", id: (await makeInvoice(house, { ...world, customerId: customer.id })).id }
  return async () => {
    await house.database.close()
    double.close()
  }
})

const db = () => house.database.owner
const typed = (address: string) => ({ kind: "typed" as const, address })
const emailOf = (context: World["standard"]) => (context.actor as { email: string }).email
const idOf = (context: World["standard"]) => (context.actor as { userId: string }).userId
const colleague = (context: World["standard"]) => ({ kind: "colleague" as const, userId: idOf(context) })
const relationHere = () =>
  makeRelation(house, world.organisationId, {
    administrationIds: [world.administrationId],
    address: "dossiers@smithoekstra.example",
  })
const reminding = (recipients: ReminderInput["recipients"], changes: Partial<ReminderInput> = {}): ReminderInput => ({
  date: "2027-01-04",
  time: "09:00",
  timeZone: "Europe/Amsterdam",
  recipients,
  ...changes,
})
const due = moment("2027-01-04T08:00:00Z")
const remind = (recipients: ReminderInput["recipients"]) =>
  makeNote(world.standard, caseRef, { reminder: reminding(recipients) })

function dispatch() {
  const dispatcher = startDispatcher(house)
  onTestFinished(() => dispatcher.close())
  return dispatcher
}

/** Lets what is due leave, as one tick of the dispatcher does. */
async function leave() {
  const lease = openLease(house, `test:${newId()}`)
  await lease.hold()
  const left = await leaveNotes(house, lease)
  await lease.release()
  return left
}

/** Dispatches until so many mails were taken, and gives them by their address. */
async function mailed(many: number): Promise<Map<string, AcceptedMail>> {
  const dispatcher = dispatch()
  await vi.waitFor(() => expect(double.accepted).toHaveLength(many), soon)
  await dispatcher.close()
  expect(double.accepted).toHaveLength(many)
  return new Map(double.accepted.map(mail => [String(mail.to), mail]))
}

const reminderOf = async (noteId: string) => (await getNote(world.standard, noteId)).reminder
const mailsOf = () => db().select().from(mails)
const toldOf = () =>
  db()
    .select()
    .from(notifications)
    .where(eq(notifications.userId, idOf(world.standard)))

describe("does", () => {
  it("mails each recipient alone: internal, with its files, without the portal, answers to the author", async () => {
    const relation = await relationHere()
    const file = await uploadAttachment(world.standard, {
      name: "Phone call.pdf",
      bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF"),
    })
    const note = await makeNote(world.standard, caseRef, {
      recipients: [{ kind: "relation", relationId: relation.id }, colleague(world.restricted), typed("els@y.example")],
      attachmentIds: [file.id],
    })
    const got = await mailed(3)
    expect([...got.keys()].toSorted()).toEqual(
      [relation.address, emailOf(world.restricted), "els@y.example"].toSorted(),
    )
    for (const mail of double.accepted) {
      expect([mail.to].flat()).toHaveLength(1)
      expect(mail).not.toHaveProperty("cc")
      expect(mail).not.toHaveProperty("bcc")
      expect([mail.reply_to].flat()).toEqual([emailOf(world.standard)])
      expect(mail.from).toBe('"Sanne de Wit via Van der Meer Bouwmaterialen" <debiteuren@vdmbouw.example>')
      expect(mail.tag.kind).toBe("note")
      expect(mail.html).toContain("Internal note from Sanne de Wit")
      expect(mail.text).toContain("By phone: he names a date")
      expect(JSON.stringify(mail)).not.toContain("/portal")
      expect(mail.attachments?.map(one => one.filename)).toEqual(["Phone call.pdf"])
      const isColleague = mail.to[0] === emailOf(world.restricted)
      expect(mail.html?.includes("Open in Casepost")).toBe(isColleague)
      expect(mail.text?.includes("/open/invoice/")).toBe(isColleague)
    }
    const states = (await getNote(world.standard, note.id)).recipients.map(one => one.state)
    expect(states).toEqual(["sent", "sent", "sent"])
  })
  it("mails a forward with answers to who forwarded it, and a key's note with answers to the administration", async () => {
    const note = await makeNote(world.standard, caseRef)
    await forwardNote(world.restricted, { id: note.id, recipients: [colleague(world.admin)], confirmedAddresses: [] })
    const key = makeKey(house, world.organisationId, [world.administrationId])
    await makeNote(key, caseRef, { recipients: [typed("els@y.example")] })
    const got = await mailed(2)
    const forwarded = got.get(emailOf(world.admin))
    expect([forwarded?.reply_to].flat()).toEqual([emailOf(world.restricted)])
    expect(forwarded?.text).toContain("Forwarded by Rick Bos")
    expect(forwarded?.html).toContain("Internal note from Sanne de Wit")
    expect(forwarded?.text).toContain("A reply to this e-mail goes to Rick Bos.")
    const fromKey = got.get("els@y.example")
    expect([fromKey?.reply_to].flat()).toEqual(["antwoord@vdmbouw.example"])
    expect(fromKey?.text).toContain("A reply to this e-mail goes to Van der Meer Bouwmaterialen.")
  })
  it("mails a reminder at its moment and not before, with answers to who set it", async () => {
    const relation = await relationHere()
    const note = await makeNote(world.standard, caseRef)
    const reminder = reminding([{ kind: "relation", relationId: relation.id }, colleague(world.standard)])
    await setReminder(world.restricted, { id: note.id, reminder, confirmedAddresses: [] })
    house.setNow(new Date(due.getTime() - 1))
    expect(await leave()).toBe(0)
    expect(await nextReminder(house)).toEqual(due)
    house.setNow(due)
    const got = await mailed(2)
    for (const mail of double.accepted) {
      expect(mail.tag.kind).toBe("reminder")
      expect([mail.reply_to].flat()).toEqual([emailOf(world.restricted)])
      expect(mail.html).toContain("Reminder of an internal note about invoice")
      expect(JSON.stringify(mail)).not.toContain("/portal")
    }
    expect(got.get(relation.address)?.html).not.toContain("Open in Casepost")
    expect(got.get(emailOf(world.standard))?.html).toContain("Open in Casepost")
    expect(await reminderOf(note.id)).toMatchObject({
      isPast: true,
      recipients: [{ state: "sent" }, { state: "sent" }],
    })
    expect(await nextReminder(house)).toBeUndefined()
  })
  it("leads answers to the administration when whoever set the reminder is no longer there", async () => {
    await remind([typed("els@y.example")])
    await db()
      .update(memberships)
      .set({ disabledAt: new Date() })
      .where(eq(memberships.userId, idOf(world.standard)))
    house.setNow(due)
    const mail = (await mailed(1)).get("els@y.example")
    expect([mail?.reply_to].flat()).toEqual(["antwoord@vdmbouw.example"])
    expect(mail?.text).toContain("goes to Van der Meer Bouwmaterialen.")
  })
  it.each([
    ["that spring skips", "2027-03-28", "2027-03-28T01:30:00Z"],
    ["that autumn has twice", "2027-10-31", "2027-10-31T00:30:00Z"],
  ])("reminds once at a time %s", async (_, date, at) => {
    const reminder = reminding([typed("els@y.example")], { date, time: "02:30" })
    await makeNote(world.standard, caseRef, { reminder })
    house.setNow(new Date(moment(at).getTime() - 1000))
    expect(await leave()).toBe(0)
    house.setNow(moment(at))
    expect(await leave()).toBe(1)
    house.setNow(new Date(moment(at).getTime() + 3_600_000))
    expect(await leave()).toBe(0)
    expect(await mailsOf()).toHaveLength(1)
  })
  it("reminds at the address somebody has then", async () => {
    const relation = await relationHere()
    const note = await remind([{ kind: "relation", relationId: relation.id }, colleague(world.restricted)])
    await db().update(relations).set({ address: "nieuw@smithoekstra.example" }).where(eq(relations.id, relation.id))
    await db()
      .update(users)
      .set({ email: "Rick.New@vdmbouw.example" })
      .where(eq(users.id, idOf(world.restricted)))
    house.setNow(due)
    await leave()
    const addresses = ["nieuw@smithoekstra.example", "rick.new@vdmbouw.example"]
    expect((await mailsOf()).map(mail => mail.address)).toEqual(addresses)
    expect((await reminderOf(note.id))?.recipients).toMatchObject(
      addresses.map(address => ({ address, state: "queued" })),
    )
  })
  it("reminds what came due while no dispatcher ran, once it runs", async () => {
    await remind([typed("els@y.example")])
    const before = dispatch()
    await vi.waitFor(() => expect(before.health().state).toBe("dispatching"), soon)
    await before.close()
    house.setNow(new Date(due.getTime() + 3 * 86_400_000))
    await mailed(1)
  })
  it("goes out when a note that was done is not done any more", async () => {
    const note = await remind([typed("els@y.example")])
    await setNoteDone(world.standard, { id: note.id, done: true })
    await setNoteDone(world.standard, { id: note.id, done: false })
    house.setNow(due)
    await leave()
    expect(await mailsOf()).toHaveLength(1)
  })
  it("mails only the reminder that took another's place", async () => {
    const note = await remind([typed("els@y.example")])
    const reminder = reminding([typed("els@y.example")], { date: "2027-02-01" })
    await setReminder(world.standard, { id: note.id, reminder, confirmedAddresses: [] })
    house.setNow(due)
    expect(await leave()).toBe(0)
    house.setNow(moment("2027-02-01T08:00:00Z"))
    expect(await leave()).toBe(1)
  })
})

describe("refuses", () => {
  it("to remind of a note that is done: the reminder is cancelled and stays so", async () => {
    const note = await remind([typed("els@y.example")])
    await setNoteDone(world.standard, { id: note.id, done: true })
    house.setNow(due)
    await leave()
    expect(await reminderOf(note.id)).toMatchObject({
      recipients: [{ state: "cancelled", reason: "The note was done." }],
    })
    await setNoteDone(world.standard, { id: note.id, done: false })
    expect(await leave()).toBe(0)
    expect(await mailsOf()).toEqual([])
  })
  it("to remind a relation that was unlinked or a colleague who was switched off, and tells who set it", async () => {
    const relation = await relationHere()
    const note = await remind([{ kind: "relation", relationId: relation.id }, colleague(world.restricted)])
    await db().delete(relationAdministrations).where(eq(relationAdministrations.relationId, relation.id))
    await db()
      .update(memberships)
      .set({ disabledAt: new Date() })
      .where(eq(memberships.userId, idOf(world.restricted)))
    house.setNow(due)
    await leave()
    expect(await mailsOf()).toEqual([])
    const left = [
      { state: "left-out", reason: `${relation.name} is no longer available here.` },
      { state: "left-out", reason: "Rick Bos no longer has a right here." },
    ]
    expect((await reminderOf(note.id))?.recipients).toMatchObject(left)
    const told = await toldOf()
    expect(told.map(one => one.kind)).toEqual(["reminder-left-out", "reminder-left-out"])
    expect(told.map(one => one.detail.reason).toSorted()).toEqual(left.map(one => one.reason).toSorted())
  })
  it("to remind an address that takes no mail any more, and tells who set it", async () => {
    const note = await remind([typed("els@y.example")])
    await db()
      .insert(suppressions)
      .values({ organisationId: world.organisationId, address: "els@y.example", reason: "complaint" })
    house.setNow(due)
    await leave()
    expect(await mailsOf()).toEqual([])
    expect(await reminderOf(note.id)).toMatchObject({ recipients: [{ state: "suppressed" }] })
    expect(await toldOf()).toMatchObject([{ kind: "reminder-left-out", detail: { noteId: note.id } }])
  })
  it("to mail an address that became a customer's after the reminder was set", async () => {
    const note = await remind([typed("els@y.example")])
    await makeCustomer(house, world, { name: "Els Bouw", address: "els@y.example" })
    house.setNow(due)
    await leave()
    expect(await mailsOf()).toEqual([])
    expect(await reminderOf(note.id)).toMatchObject({
      recipients: [{ state: "left-out", reason: expect.stringContaining("Els Bouw") }],
    })
  })
  it("to follow a relation to an address that became a customer's", async () => {
    const relation = await relationHere()
    const note = await remind([{ kind: "relation", relationId: relation.id }])
    await db().update(relations).set({ address: "info@jansen.example" }).where(eq(relations.id, relation.id))
    house.setNow(due)
    await leave()
    expect(await mailsOf()).toEqual([])
    expect(await reminderOf(note.id)).toMatchObject({
      recipients: [{ state: "left-out", reason: expect.stringContaining(customer.name) }],
    })
  })
})

describe("protects", () => {
  it("mails a message, its resend, a reply and a scheduled message to nobody of the note", async () => {
    await makeNote(world.standard, caseRef, {
      recipients: [typed("els@y.example"), colleague(world.restricted)],
      reminder: reminding([typed("wim@y.example")]),
    })
    await mailed(2)
    const sent = await writeMessage(world.standard, caseRef)
    await writeMessage(world.standard, caseRef, { sendAt: "2026-11-24T09:00:00.000Z" })
    house.setNow(moment("2026-11-23T13:37:00Z"))
    await mailed(3)
    await resendMessage(world.standard, {
      id: sent.id,
      to: [typed("info@jansen.example")],
      cc: [],
      bcc: [],
      confirmedTo: [],
    })
    house.setNow(moment("2026-11-24T09:01:00Z"))
    await mailed(5)
    const later = double.accepted.slice(2)
    expect(later.map(mail => String(mail.to))).toEqual(Array(3).fill("info@jansen.example"))
    await writeReply(world.standard, { caseRef, customerId: customer.id, administrationId: world.administrationId })
    expect(JSON.stringify(later)).not.toContain("By phone")
    for (const mail of later) expect(mail.text).not.toContain("els@y.example")
  })
  it("mails once though two dispatchers run and a process ends between its commit and the request", async () => {
    await makeNote(world.standard, caseRef, {
      recipients: [typed("els@y.example")],
      reminder: reminding([typed("wim@y.example")]),
    })
    house.setNow(due)
    // Queued and committed by a process that is no more.
    await leave()
    expect(await leave()).toBe(0)
    double.meet("accept-then-drop")
    const replicas = [dispatch(), dispatch()]
    await vi.waitFor(() => expect(double.accepted).toHaveLength(2), soon)
    await vi.waitFor(async () => {
      // The next try is due by the clock of the house.
      house.setNow(new Date(house.now().getTime() + 2_000))
      const rows = [...(await db().select().from(noteRecipients)), ...(await db().select().from(reminders))]
      expect(rows.map(row => row.state)).toEqual(["sent", "sent"])
    }, soon)
    for (const one of replicas) await one.close()
    expect([...double.timesAccepted().values()].map(times => times.length)).toEqual([1, 1])
  })
  it("writes nothing once somebody else holds the lease", async () => {
    const note = await makeNote(world.standard, caseRef, { recipients: [typed("els@y.example")] })
    const [one, other] = [openLease(house, "contested"), openLease(house, "contested")]
    await one.hold()
    await one.release()
    await other.hold()
    await expect(leaveNotes(house, one)).rejects.toThrow("another holder")
    expect((await getNote(world.standard, note.id)).recipients).toMatchObject([{ state: "held" }])
    expect(await mailsOf()).toEqual([])
    await other.release()
  })
  it("mails an address once that two of one reminder came to share", async () => {
    const relation = await relationHere()
    const note = await remind([typed("els@y.example"), { kind: "relation", relationId: relation.id }])
    await db().update(relations).set({ address: "els@y.example" }).where(eq(relations.id, relation.id))
    house.setNow(due)
    await leave()
    expect(await mailsOf()).toHaveLength(1)
    expect((await reminderOf(note.id))?.recipients.map(one => one.state)).toEqual(["queued", "left-out"])
  })
  it("keeps a confirmed address of a customer for the reminder it was confirmed for", async () => {
    const reminder = reminding([typed("info@jansen.example")])
    await makeNote(world.standard, caseRef, { reminder, confirmedAddresses: ["info@jansen.example"] })
    await db().update(contacts).set({ name: "Somebody else" })
    house.setNow(due)
    await leave()
    expect((await mailsOf()).map(mail => mail.address)).toEqual(["info@jansen.example"])
  })
  it("lets names break no header", async () => {
    const name = "Sanne\r\nBcc: x@evil.example <i>"
    const author = await makeUser(house, world.organisationId, { name })
    await db()
      .update(users)
      .set({ name })
      .where(eq(users.id, idOf(author)))
    await makeNote(author, caseRef, { recipients: [typed("els@y.example")] })
    const mail = (await mailed(1)).get("els@y.example")
    expect(mail?.from).not.toMatch(/[\r\n]/)
    expect(mail?.html).not.toContain("<i>")
  })
})

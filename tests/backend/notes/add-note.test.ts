import { memberships } from "@casepost/backend/access/tables"
import { createApp } from "@casepost/backend/app"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { audit } from "@casepost/backend/audit/tables"
import { contacts } from "@casepost/backend/cases/tables"
import { mails, suppressions } from "@casepost/backend/delivery/tables"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { conversations } from "@casepost/backend/entries/tables"
import { noteRecipients, notes } from "@casepost/backend/notes/tables"
import { notifications } from "@casepost/backend/notifications/tables"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import type { CaseRef } from "@casepost/shared/cases"
import { deeds, type NoteEntry } from "@casepost/shared/notes"
import type { ProblemBody } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { ask, signedIn } from "../../support/ask.ts"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeKey,
  makeMatter,
  makeNote,
  makeRelation,
  makeUser,
  makeWorld,
  type World,
} from "../../support/make.ts"
import { writeMessage } from "../../support/write.ts"

const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF")
const soon = { date: "2027-01-04", time: "09:00", timeZone: "Europe/Amsterdam" }

let house: TestHouse
let world: World
let customer: Awaited<ReturnType<typeof makeCustomer>>
let invoice: Awaited<ReturnType<typeof makeInvoice>>
let caseRef: CaseRef
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  house.setNow(new Date("2026-11-23T13:36:00.000Z"))
  world = await makeWorld(house)
  customer = await makeCustomer(house, world, { address: "info@jansen.example" })
  invoice = await makeInvoice(house, { ...world, customerId: customer.id })
  caseRef = { kind: "invoice", id: invoice.id }
})

const db = () => house.database.owner
const relationHere = (values: Parameters<typeof makeRelation>[2] = {}) =>
  makeRelation(house, world.organisationId, { administrationIds: [world.administrationId], ...values })
const typed = (address: string) => ({ kind: "typed" as const, address })
const idOf = (context: World["standard"]) => (context.actor as { userId: string }).userId
const notesOf = () => db().select().from(notes).where(eq(notes.customerId, customer.id))
const timelineOf = async (ref: CaseRef) => (await listTimeline(world.standard, ref, { limit: 50 })).entries

describe("does", () => {
  it("adds a note with people, names, a file and a reminder, and shows it from its case up to the customer", async () => {
    const matter = await makeMatter(house, { ...world, customerId: customer.id, invoiceIds: [invoice.id] })
    const relation = await relationHere()
    const file = await uploadAttachment(world.standard, { name: "Phone call.pdf", bytes: pdf })
    const note = await makeNote(world.standard, caseRef, {
      recipients: [
        { kind: "relation", relationId: relation.id },
        { kind: "colleague", userId: idOf(world.restricted) },
        { ...typed("Els@Elsewhere.example"), name: "Els" },
      ],
      mentions: [idOf(world.admin)],
      attachmentIds: [file.id],
      reminder: { ...soon, recipients: [{ kind: "colleague", userId: idOf(world.standard) }] },
    })
    expect(note).toMatchObject({
      type: "note",
      at: "2026-11-23T13:36:00.000Z",
      caseRef,
      caseNumber: invoice.number,
      author: { id: idOf(world.standard), name: "Sanne de Wit" },
      mentions: [{ userId: idOf(world.admin), name: "Demo Admin" }],
      attachments: [{ id: file.id, name: "Phone call.pdf" }],
      recipients: [
        { kind: "relation", name: relation.name, address: relation.address, state: "held" },
        { kind: "colleague", name: "Rick Bos", state: "held" },
        { kind: "typed", name: "Els", address: "els@elsewhere.example", state: "held" },
      ],
      forwards: [],
      reminder: { at: "2027-01-04T08:00:00.000Z", isPast: false, recipients: [{ name: "Sanne de Wit" }] },
      doneAt: null,
      doneBy: null,
    })
    for (const ref of [caseRef, { kind: "matter", id: matter.id }, { kind: "customer", id: customer.id }] as const)
      expect(await timelineOf(ref)).toEqual([note])
  })
  it("adds notes on a customer and on a matter, by an API key too", async () => {
    const matter = await makeMatter(house, { ...world, customerId: customer.id })
    const key = makeKey(house, world.organisationId, [world.administrationId])
    for (const ref of [
      { kind: "customer", id: customer.id },
      { kind: "matter", id: matter.id },
    ] as const)
      expect(await makeNote(key, ref)).toMatchObject({ caseRef: ref, author: { id: null, name: "Ledger export" } })
  })
  it("lets somebody with a restricted right write to colleagues and relations", async () => {
    const relation = await relationHere()
    const note = await makeNote(world.restricted, caseRef, {
      recipients: [
        { kind: "relation", relationId: relation.id },
        { kind: "colleague", userId: idOf(world.standard) },
      ],
    })
    expect(note.recipients).toHaveLength(2)
  })
  it("takes its draft, and is the same note when that draft is sent twice at once or again", async () => {
    const content = { bodyHtml: "<p>He called.</p>" }
    const draft = await saveDraft(world.standard, { ...drafting(caseRef, content), kind: "note" })
    const send = () => makeNote(world.standard, caseRef, { ...content, draftId: draft.id })
    const [one, other] = await Promise.all([send(), send()])
    expect(other).toEqual(one)
    expect(await send()).toEqual(one)
    expect(await notesOf()).toHaveLength(1)
  })
  it("is the same note for a repeated Idempotency-Key", async () => {
    const app = createApp(house)
    const call = {
      authorization: await signedIn(house, world.standard),
      organisationId: world.organisationId,
      headers: { "idempotency-key": "note-1" },
      body: { caseRef, bodyHtml: "<p>He called.</p>" },
    }
    const [first, again] = [await ask(app, deeds.addNote, call), await ask(app, deeds.addNote, call)]
    expect(first.status).toBe(201)
    expect((again.body as NoteEntry).id).toBe((first.body as NoteEntry).id)
    expect(await notesOf()).toHaveLength(1)
  })
  it("mails an address once, as who was named first", async () => {
    const relation = await relationHere()
    const note = await makeNote(world.standard, caseRef, {
      recipients: [{ kind: "relation", relationId: relation.id }, typed(relation.address), typed("x@y.example")],
    })
    expect(note.recipients.map(one => [one.kind, one.address])).toEqual([
      ["relation", relation.address],
      ["typed", "x@y.example"],
    ])
  })
  it("says at once of an address that takes no mail any more", async () => {
    const address = "gone@elsewhere.example"
    await db().insert(suppressions).values({ organisationId: world.organisationId, address, reason: "bounce" })
    const note = await makeNote(world.standard, caseRef, { recipients: [typed(address)] })
    expect(note.recipients).toMatchObject([{ state: "suppressed", reason: expect.stringContaining(address) }])
  })
  it("tells who was named in Casepost, and by e-mail without the text of the note", async () => {
    const own = idOf(world.standard)
    const bodyHtml = "<p>@Demo Admin, his wife is ill.</p>"
    const note = await makeNote(world.standard, caseRef, { bodyHtml, mentions: [idOf(world.admin), own] })
    const told = await db().select().from(notifications).where(eq(notifications.organisationId, world.organisationId))
    expect(told).toMatchObject([{ userId: idOf(world.admin), kind: "mention", detail: { noteId: note.id, caseRef } }])
    const mailed = await db().select().from(mails).where(eq(mails.organisationId, world.organisationId))
    expect(mailed.map(mail => mail.address)).toEqual([(world.admin.actor as { email: string }).email])
    expect(JSON.stringify(mailed)).not.toContain("his wife")
  })
  it("goes to a customer's address after that was confirmed", async () => {
    const address = "info@jansen.example"
    const note = await makeNote(world.standard, caseRef, {
      recipients: [typed("Info@Jansen.example")],
      confirmedAddresses: ["INFO@jansen.example"],
    })
    expect(note.recipients).toMatchObject([{ kind: "typed", address, state: "held" }])
  })
})

describe("refuses", () => {
  it.each([
    ["nothing", "<p></p>"],
    ["spaces", "<p> &nbsp; </p>"],
    ["zero-width characters", "<p>\u200b\u200d\ufeff</p>"],
    ["a picture that is taken out", "<img src=x onerror=alert(1)>"],
  ])("a note of %s", async (_, bodyHtml) => {
    await expect(makeNote(world.standard, caseRef, { bodyHtml })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "bodyHtml" }],
    })
    expect(await notesOf()).toEqual([])
  })
  it("keeps the draft of a note that was refused", async () => {
    const draft = await saveDraft(world.standard, { ...drafting(caseRef, { bodyHtml: "<p>x</p>" }), kind: "note" })
    await expect(makeNote(world.standard, caseRef, { bodyHtml: " ", draftId: draft.id })).rejects.toThrow()
    expect(await makeNote(world.standard, caseRef, { draftId: draft.id })).toBeDefined()
  })
  it("typed addresses by a restricted user, naming each", async () => {
    const recipients = [{ kind: "colleague" as const, userId: idOf(world.standard) }, typed("x@y.example")]
    await expect(makeNote(world.restricted, caseRef, { recipients })).rejects.toMatchObject({
      code: "not-allowed",
      fields: [{ path: "recipients.1" }],
    })
    const reminder = { ...soon, recipients: [typed("x@y.example")] }
    await expect(makeNote(world.restricted, caseRef, { reminder })).rejects.toMatchObject({
      code: "not-allowed",
      fields: [{ path: "reminder.recipients.0" }],
    })
  })
  it("an address of this customer, of another one and of a relation that has such an address, until it is confirmed", async () => {
    const other = await makeCustomer(house, world, { name: "Bakkerij Van Loon", address: "hallo@vanloon.example" })
    const relation = await relationHere({ address: "hallo@vanloon.example" })
    expect(other).toBeDefined()
    for (const [recipient, whose] of [
      [typed("INFO@jansen.example"), customer.name],
      [typed("hallo@vanloon.example"), "Bakkerij Van Loon"],
      [{ kind: "relation" as const, relationId: relation.id }, "Bakkerij Van Loon"],
    ] as const) {
      const recipients = [typed("x@y.example"), recipient]
      await expect(makeNote(world.standard, caseRef, { recipients })).rejects.toMatchObject({
        code: "customer-address",
        fields: [{ path: "recipients.1", detail: expect.stringContaining(whose) }],
      })
      await expect(
        makeNote(world.standard, caseRef, { reminder: { ...soon, recipients: [recipient] } }),
      ).rejects.toMatchObject({ code: "customer-address", fields: [{ path: "reminder.recipients.0" }] })
    }
    expect(await notesOf()).toEqual([])
  })
  it("a relation that is not available here and a colleague who was switched off, is invited or has no right", async () => {
    const nowhere = await makeRelation(house, world.organisationId)
    const elsewhere = await makeAdministration(house, world.organisationId)
    const there = await makeRelation(house, world.organisationId, { administrationIds: [elsewhere] })
    const stranger = await makeUser(house, world.organisationId, { right: "none", only: { [elsewhere]: "standard" } })
    const theirs = await makeWorld(house)
    const leave = async (changes: Partial<typeof memberships.$inferInsert>) => {
      const colleague = await makeUser(house, world.organisationId)
      await db()
        .update(memberships)
        .set(changes)
        .where(eq(memberships.userId, idOf(colleague)))
      return { kind: "colleague" as const, userId: idOf(colleague) }
    }
    for (const one of [
      await leave({ disabledAt: new Date() }),
      await leave({ invitedAt: new Date() }),
      { kind: "relation" as const, relationId: nowhere.id },
      { kind: "relation" as const, relationId: there.id },
      { kind: "relation" as const, relationId: "none" },
      { kind: "colleague" as const, userId: idOf(stranger) },
      { kind: "colleague" as const, userId: idOf(theirs.standard) },
    ]) {
      const refused = { code: "relation-unavailable", fields: [{ path: "recipients.0" }] }
      await expect(makeNote(world.standard, caseRef, { recipients: [one] })).rejects.toMatchObject(refused)
    }
    await expect(makeNote(world.standard, caseRef, { mentions: [idOf(stranger)] })).rejects.toMatchObject({
      code: "relation-unavailable",
      fields: [{ path: "mentions.0" }],
    })
  })
  it("a reminder that has passed or is more than five years ahead, beside its time", async () => {
    const recipients = [{ kind: "colleague" as const, userId: idOf(world.standard) }]
    for (const date of ["2026-11-22", "2032-11-23"])
      await expect(
        makeNote(world.standard, caseRef, { reminder: { ...soon, date, recipients } }),
      ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "reminder.time" }] })
  })
  it("more than fifty people, an unknown zone, a line break in an address or a name, naming the field", async () => {
    const app = createApp(house)
    const authorization = await signedIn(house, world.standard)
    const refusal = async (changes: object) => {
      const body = { caseRef, bodyHtml: "<p>He called.</p>", ...changes }
      const call = { authorization, organisationId: world.organisationId, body }
      const { status, body: answer } = await ask(app, deeds.addNote, call)
      return [status, (answer as ProblemBody).fields?.map(one => one.path)]
    }
    const many = Array.from({ length: 51 }, (_, index) => typed(`x${index}@y.example`))
    const reminder = { ...soon, recipients: [typed("x@y.example")] }
    expect(await refusal({ recipients: many })).toEqual([422, ["recipients"]])
    expect(await refusal({ recipients: [typed("x@y.example\r\nBcc: z@y.example")] })).toEqual([
      422,
      ["recipients.0.address"],
    ])
    expect(await refusal({ recipients: [{ ...typed("x@y.example"), name: "Els\r\nBcc: z@y.example" }] })).toEqual([
      422,
      ["recipients.0.name"],
    ])
    expect(await refusal({ reminder: { ...reminder, timeZone: "Europe/Atlantis" } })).toEqual([
      422,
      ["reminder.timeZone"],
    ])
    expect(await refusal({ reminder: { ...reminder, recipients: [] } })).toEqual([422, ["reminder.recipients"]])
    expect(await notesOf()).toEqual([])
  })
  it("to mail anybody without a transport, but not to keep a note", async () => {
    const config = { ...house.config, local: false, resend: { ...house.config.resend, apiKey: undefined } }
    const context = { ...world.standard, config }
    expect(await makeNote(context, caseRef, { mentions: [idOf(world.admin)] })).toBeDefined()
    await expect(makeNote(context, caseRef, { recipients: [typed("x@y.example")] })).rejects.toMatchObject({
      code: "sending-off",
    })
  })
  it("a case of another organisation or administration exactly as one that is missing", async () => {
    const theirs = await makeWorld(house)
    const administrationId = await makeAdministration(house, world.organisationId)
    const there = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [administrationId]: "administrator" },
    })
    const refusals = await Promise.all(
      [
        makeNote(theirs.admin, caseRef),
        makeNote(there, caseRef),
        makeNote(makeKey(house, world.organisationId, [administrationId]), caseRef),
        makeNote(world.admin, { kind: "invoice", id: crypto.randomUUID() }),
      ].map(refused => refused.catch(problem => [problem.code, problem.message])),
    )
    expect(new Set(refusals.map(String)).size).toBe(1)
    expect(refusals[0]).toMatchObject(["not-found", expect.any(String)])
  })
  it("somebody else's upload and another customer's invoice as an attachment", async () => {
    const file = await uploadAttachment(world.admin, { name: "x.pdf", bytes: pdf })
    await expect(makeNote(world.standard, caseRef, { attachmentIds: [file.id] })).rejects.toMatchObject({
      code: "attachment-refused",
      fields: [{ path: "attachmentIds.0" }],
    })
  })
})

describe("protects", () => {
  it("cleans what somebody pasted", async () => {
    const bodyHtml =
      '<p onclick="x()">Call<script>alert(1)</script> <a href="javascript:alert(1)">him</a><img src=x onerror=y></p><iframe src="//x"></iframe>'
    const note = await makeNote(world.standard, caseRef, { bodyHtml })
    const [row] = await notesOf()
    for (const html of [note.bodyHtml, row?.bodyHtml]) {
      expect(html).not.toMatch(/script|onclick|onerror|iframe|img/)
      expect(html).toContain("him")
    }
  })
  it("touches neither the conversation in the inbox nor what is unread", async () => {
    await writeMessage(world.standard, caseRef)
    const inbox = () => db().select().from(conversations).where(eq(conversations.caseId, invoice.id))
    const before = await inbox()
    house.setNow(new Date("2026-11-24T09:00:00Z"))
    await makeNote(world.standard, caseRef, { recipients: [typed("x@y.example")] })
    expect(before).toHaveLength(1)
    expect(await inbox()).toEqual(before)
  })
  it("writes no conversation where there is none", async () => {
    await makeNote(world.standard, caseRef)
    expect(await db().select().from(conversations).where(eq(conversations.caseId, invoice.id))).toEqual([])
  })
  it("keeps addresses and case in the audit log, and the text of no note in audit or logs", async () => {
    const bodyHtml = "<p>He is secretly bankrupt.</p>"
    const reminder = { ...soon, recipients: [typed("remind@y.example")] }
    const note = await makeNote(world.standard, caseRef, { bodyHtml, recipients: [typed("x@y.example")], reminder })
    const rows = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.organisationId, world.organisationId), eq(audit.deed, "addNote")))
    expect(rows).toMatchObject([
      {
        subjectId: note.id,
        administrationId: world.administrationId,
        detail: { case: invoice.number, to: ["x@y.example"], reminder: { to: ["remind@y.example"] } },
      },
    ])
    expect(JSON.stringify([rows, house.logged])).not.toContain("secretly")
  })
  it("tells nothing of customers in administrations the writer cannot see", async () => {
    const administrationId = await makeAdministration(house, world.organisationId)
    await makeCustomer(house, { ...world, administrationId }, { name: "Hidden B.V.", address: "hidden@there.example" })
    const here = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [world.administrationId]: "standard" },
    })
    const note = await makeNote(here, caseRef, { recipients: [typed("hidden@there.example")] })
    expect(note.recipients).toHaveLength(1)
  })
  it("takes a recorded address for the customer's however it is written there", async () => {
    await db().update(contacts).set({ address: "Info@Jansen.example" }).where(eq(contacts.customerId, customer.id))
    await expect(
      makeNote(world.standard, caseRef, { recipients: [typed("info@jansen.example")] }),
    ).rejects.toMatchObject({ code: "customer-address" })
  })
  it("keeps the names and addresses people had", async () => {
    const relation = await relationHere({ name: "=cmd|' /C calc'!A0", address: "a+b@x.example" })
    const note = await makeNote(world.standard, caseRef, {
      recipients: [{ kind: "relation", relationId: relation.id }],
    })
    const [row] = await db()
      .select()
      .from(noteRecipients)
      .where(eq(noteRecipients.id, note.recipients[0]?.id ?? ""))
    expect(row).toMatchObject({ name: "=cmd|' /C calc'!A0", address: "a+b@x.example", relationId: relation.id })
  })
})

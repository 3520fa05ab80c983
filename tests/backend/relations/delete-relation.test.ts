import { audit } from "@casepost/backend/audit/tables"
import { newId } from "@casepost/backend/columns"
import { openLease } from "@casepost/backend/delivery/lease"
import { leaveDue } from "@casepost/backend/delivery/leave-due"
import { mails } from "@casepost/backend/delivery/tables"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { recipients } from "@casepost/backend/messages/tables"
import { notes, reminders } from "@casepost/backend/notes/tables"
import { deleteRelation } from "@casepost/backend/relations/delete-relation"
import { getRelation } from "@casepost/backend/relations/get-relation"
import { listRelationUses } from "@casepost/backend/relations/list-relation-uses"
import { standardMessageRecipients, standardMessages } from "@casepost/backend/standard-messages/tables"
import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { drafting } from "../../support/drafts.ts"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeRelation, makeWorld, type World } from "../../support/make.ts"
import { sendAndLeave, writing } from "../../support/messages.ts"

let house: TestHouse
let world: World
let relation: Awaited<ReturnType<typeof makeRelation>>
let caseRef: { kind: "invoice"; id: string }
let invoiceNumber: string
beforeAll(async () => {
  house = await openLonelyHouse({ resend: { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined } })
})
beforeEach(async () => {
  house.setNow(undefined)
  world = await makeWorld(house)
  relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
  const customer = await makeCustomer(house, world)
  const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
  caseRef = { kind: "invoice", id: invoice.id }
  invoiceNumber = invoice.number
})
afterAll(() => house.database.close())

const db = () => house.database.owner
const person = () => ({ kind: "relation" as const, relationId: relation.id })
const tomorrow = () => new Date(house.now().getTime() + 24 * 60 * 60 * 1000)
const schedule = () =>
  sendMessage(world.standard, writing(caseRef, { bcc: [person()], sendAt: tomorrow().toISOString() }))

async function makeStandardMessage(archivedAt: Date | null = null) {
  const { organisationId, administrationId } = world
  const id = newId()
  await db()
    .insert(standardMessages)
    .values({ id, organisationId, administrationId, description: "Last call", archivedAt })
  for (const role of ["cc", "bcc"])
    await db()
      .insert(standardMessageRecipients)
      .values({ organisationId, standardMessageId: id, role, kind: "relation", relationId: relation.id })
  return id
}

async function makeReminder(values: { state?: string; doneAt?: Date } = {}) {
  const { organisationId, administrationId } = world
  const id = newId()
  const { doneAt, ...reminder } = values
  await db()
    .insert(notes)
    .values({
      id,
      organisationId,
      administrationId,
      customerId: newId(),
      caseKind: "invoice",
      caseId: caseRef.id,
      authorName: "Sanne de Wit",
      bodyHtml: "<p>Call</p>",
      bodyText: "Call",
      doneAt: doneAt ?? null,
    })
  await db()
    .insert(reminders)
    .values({
      organisationId,
      noteId: id,
      at: new Date("2026-12-01T08:00:00.000Z"),
      timeZone: "Europe/Amsterdam",
      kind: "relation",
      address: relation.address,
      relationId: relation.id,
      ...reminder,
    })
}

async function leave() {
  const lease = openLease(house, `test:${newId()}`)
  await lease.hold()
  await leaveDue(house, lease)
  await lease.release()
}

describe("delete-relation", () => {
  describe("does", () => {
    it("delete one that nothing uses, and keeps its name and address in the audit log", async () => {
      await deleteRelation(world.admin, { id: relation.id, confirmed: false })
      await expect(getRelation(world.admin, relation.id)).rejects.toMatchObject({ code: "not-found" })
      const [line] = await db().select().from(audit).where(eq(audit.subjectId, relation.id))
      const uses = { standardMessages: 0, drafts: 0, scheduledMessages: 0, reminders: 0 }
      expect(line).toMatchObject({
        deed: "deleteRelation",
        detail: { name: relation.name, address: relation.address, uses },
      })
    })
    it("name what uses it: standard messages, anybody's drafts, scheduled messages and reminders", async () => {
      const standardMessageId = await makeStandardMessage()
      await saveDraft(world.standard, drafting(caseRef, { cc: [person()], bcc: [person()] }))
      await saveDraft(world.restricted, { ...drafting(caseRef, { noteRecipients: [person()] }), kind: "note" })
      const reminder = { date: "2026-12-01", time: "", timeZone: "Europe/Amsterdam", recipients: [person()] }
      await saveDraft(world.admin, { ...drafting(caseRef, { reminder }), kind: "note" })
      await schedule()
      await makeReminder()
      const uses = await listRelationUses(world.admin, relation.id)
      expect(uses).toEqual({
        standardMessages: [
          { id: standardMessageId, description: "Last call", administrationName: "Van der Meer Groep NL" },
        ],
        drafts: ["Demo Admin", "Rick Bos", "Sanne de Wit"].map(writtenBy => ({
          caseRef,
          caseNumber: invoiceNumber,
          writtenBy,
        })),
        scheduledMessages: [
          { caseRef, caseNumber: invoiceNumber, subject: "Your invoice is still open", leavesAt: expect.any(String) },
        ],
        reminders: [{ caseRef, caseNumber: invoiceNumber, at: "2026-12-01T08:00:00.000Z" }],
        counts: { standardMessages: 1, drafts: 3, scheduledMessages: 1, reminders: 1 },
      })
    })
    it("count neither what is over nor what names somebody else", async () => {
      const other = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      await saveDraft(world.standard, drafting(caseRef, { cc: [{ kind: "relation", relationId: other.id }] }))
      await sendAndLeave(house, world.standard, writing(caseRef, { cc: [person()] }))
      await makeReminder({ state: "sent" })
      await makeReminder({ doneAt: new Date() })
      const { counts } = await listRelationUses(world.admin, relation.id)
      expect(counts).toEqual({ standardMessages: 0, drafts: 0, scheduledMessages: 0, reminders: 0 })
    })
    it("name an archived standard message, which can be put back", async () => {
      const id = await makeStandardMessage(new Date())
      const { standardMessages, counts } = await listRelationUses(world.admin, relation.id)
      expect([standardMessages.map(one => one.id), counts.standardMessages]).toEqual([[id], 1])
    })
    it("ask the database as often for many uses as for few, and list at most 100 of each", async () => {
      const asking = () => countQueries(world.admin, context => listRelationUses(context, relation.id))
      await makeReminder()
      const few = await asking()
      for (let more = 0; more < 101; more++) await makeReminder()
      expect(await asking()).toBe(few)
      const { reminders: listed, counts } = await listRelationUses(world.admin, relation.id)
      expect([listed.length, counts.reminders]).toEqual([100, 102])
    })
    it("leave it out of a scheduled message once it is gone, with a reason, and send the rest", async () => {
      const sent = await schedule()
      await deleteRelation(world.admin, { id: relation.id, confirmed: true })
      house.setNow(new Date(tomorrow().getTime() + 60_000))
      await leave()
      const ofMessage = eq(recipients.messageId, sent.id)
      const [copied] = await db()
        .select()
        .from(recipients)
        .where(and(ofMessage, eq(recipients.role, "bcc")))
      expect(copied).toMatchObject({
        state: "left-out",
        reason: `${relation.name} is no longer available here.`,
        address: null,
      })
      expect(
        await db()
          .select()
          .from(mails)
          .where(eq(mails.recipientId, copied?.id ?? "")),
      ).toEqual([])
      const [to] = await db()
        .select()
        .from(recipients)
        .where(and(ofMessage, eq(recipients.role, "to")))
      expect(["queued", "portal-only"]).toContain(to?.state)
    })
    it("keep what was sent to it as it was", async () => {
      const sent = await sendAndLeave(house, world.standard, writing(caseRef, { cc: [person()] }))
      await deleteRelation(world.admin, { id: relation.id, confirmed: false })
      const rows = await db().select().from(recipients).where(eq(recipients.messageId, sent.id))
      expect(rows.find(row => row.role === "cc")).toMatchObject({ name: relation.name, address: relation.address })
    })
  })

  describe("refuses", () => {
    it("one in use until it is confirmed, and says how much uses it", async () => {
      await makeStandardMessage()
      await saveDraft(world.standard, drafting(caseRef, { cc: [person()] }))
      await saveDraft(world.admin, drafting(caseRef, { cc: [person()] }))
      const problem = await deleteRelation(world.admin, { id: relation.id, confirmed: false }).catch(error => error)
      expect(problem).toMatchObject({ code: "in-use" })
      expect(problem.message).toContain("used by 1 standard message and 2 drafts.")
      expect(await getRelation(world.admin, relation.id)).toMatchObject({ name: relation.name })
      await deleteRelation(world.admin, { id: relation.id, confirmed: true })
      await expect(getRelation(world.admin, relation.id)).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("the relations of others as if they were not there", async () => {
      const theirs = await makeWorld(house)
      for (const id of [relation.id, newId(), "x"]) {
        await expect(deleteRelation(theirs.admin, { id, confirmed: true })).rejects.toMatchObject({ code: "not-found" })
        await expect(listRelationUses(theirs.admin, id)).rejects.toMatchObject({ code: "not-found" })
      }
      expect(await getRelation(world.admin, relation.id)).toMatchObject({ id: relation.id })
    })
    it("relations and their uses from everybody but the organisation's administrators", async () => {
      for (const context of [world.standard, world.restricted]) {
        const deleting = deleteRelation(context, { id: relation.id, confirmed: true })
        await expect(deleting).rejects.toMatchObject({ code: "not-allowed" })
        await expect(listRelationUses(context, relation.id)).rejects.toMatchObject({ code: "not-allowed" })
      }
    })
  })
})

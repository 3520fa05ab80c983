import { administrationRights, memberships } from "@casepost/backend/access/tables"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { getBulkMessage } from "@casepost/backend/bulk-messages/get-bulk-message"
import { expandBulk } from "@casepost/backend/bulk-messages/running/expand-bulk"
import { saveBulkMessage } from "@casepost/backend/bulk-messages/save-bulk-message"
import { sendBulkMessage } from "@casepost/backend/bulk-messages/send-bulk-message"
import { caseRows } from "@casepost/backend/cases/overview/tables"
import { contacts, customers, invoices } from "@casepost/backend/cases/tables"
import type { Context } from "@casepost/backend/context"
import { listInbox } from "@casepost/backend/inbox/list-inbox"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { standardMessages } from "@casepost/backend/standard-messages/tables"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import { asc, eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import {
  bulkContent,
  casesOf,
  expandAll,
  madeBulk,
  makeInvoices,
  openBulk,
  sentBulk,
} from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeRelation, makeUser, makeWorld } from "../../../support/make.ts"

describe("expand-bulk", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const messagesOf = (id: string) =>
    house.database.owner.select().from(messages).where(eq(messages.bulkMessageId, id)).orderBy(asc(messages.id))

  describe("does", () => {
    it("gives each case its own message, timeline entry, conversation and recipient, filled with its own facts", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds, addresses } = await makeInvoices(house, world, 3)
      const bulk = await madeBulk(house, world, { ids })
      const made = await messagesOf(bulk.id)
      expect(made.map(one => one.caseId)).toEqual(ids)
      expect(made.map(one => one.bodyText)).toEqual([0, 1, 2].map(n => `Dear Contact ${n}, please pay €100.00.`))
      expect(made[0]).toMatchObject({ fromName: "Sanne de Wit via Van der Meer Bouwmaterialen", state: "waiting" })
      const to = await house.database.owner
        .select()
        .from(recipients)
        .where(eq(recipients.messageId, made[1]?.id ?? ""))
      expect(to.map(one => [one.role, one.kind, one.address])).toEqual([["to", "customer", addresses[1]]])
      const page = { limit: 10 } as const
      for (const place of [
        { kind: "invoice", id: ids[1] ?? "" },
        { kind: "customer", id: customerIds[1] ?? "" },
      ] as const) {
        const { entries } = await listTimeline(world.standard, place, page)
        expect(entries.map(one => one.id)).toEqual([made[1]?.id])
      }
      const inbox = await listInbox(world.standard, { ...page, search: "VF", sort: "newest", read: "any" } as never)
      expect(inbox.conversations).toHaveLength(3)
      expect((await casesOf(house, bulk)).map(row => [row.state, row.messageId])).toEqual(
        made.map(one => ["message", one.id]),
      )
    })
    it("tells overviews the same as working them out again would", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 2)
      await madeBulk(house, world, { ids })
      const db = house.database.owner
      const rows = () =>
        db
          .select()
          .from(caseRows)
          .where(eq(caseRows.organisationId, world.organisationId))
          .orderBy(asc(caseRows.caseId))
      const told = await rows()
      expect(told.filter(row => row.lastMessageId !== null)).toHaveLength(4)
      await db.execute(
        sql`select casepost_refresh_case_rows(array(select case_id from case_rows where organisation_id = ${world.organisationId}::uuid))`,
      )
      expect(await rows()).toEqual(told)
    })
    it("leaves out what was paid, marked or lost its value meanwhile, says why, and sends the others", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 5)
      const bulk = await sentBulk(world.standard, ids)
      const db = house.database.owner
      await db
        .update(invoices)
        .set({ state: "paid" })
        .where(eq(invoices.id, ids[0] ?? ""))
      await db
        .update(customers)
        .set({ doNotMessage: "In court." })
        .where(eq(customers.id, customerIds[1] ?? ""))
      await db
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, customerIds[2] ?? ""))
      await db
        .update(contacts)
        .set({ address: "new@jansen.example" })
        .where(eq(contacts.customerId, customerIds[3] ?? ""))
      house.setNow(new Date(house.now().getTime() + 11_000))
      await expandAll(house, bulk, world.organisationId)
      const rows = await casesOf(house, bulk)
      expect(rows.map(row => row.state)).toEqual(["left-out", "left-out", "left-out", "message", "message"])
      expect(rows[0]?.reason).toMatch(/^Paid meanwhile, \d\d:\d\d$/)
      expect(rows[1]?.reason).toContain("In court.")
      expect(rows[2]?.reason).toBe("Contact name missing")
      expect(rows[3]?.address).toBe("new@jansen.example")
      expect(await getBulkMessage(world.standard, bulk.id)).toMatchObject({
        results: { "left-out": 3, waiting: 2 },
        messages: 2,
      })
    })
    it("takes each customer's language, and the fallback's where it was not written", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 3)
      const db = house.database.owner
      await db
        .update(customers)
        .set({ language: "nl" })
        .where(eq(customers.id, customerIds[1] ?? ""))
      await db
        .update(customers)
        .set({ language: "fr" })
        .where(eq(customers.id, customerIds[2] ?? ""))
      const texts = (["en", "nl"] as const).map(language => ({
        language,
        subject: `In ${language}`,
        bodyHtml: "<p>{{invoice.openAmount}}</p>",
      }))
      const open = await openBulk(world.standard, ids, { texts })
      expect(open.warnings).toEqual([{ kind: "language-missing", language: "fr", taken: "en", cases: 1 }])
      await sendBulkMessage(world.standard, { id: open.id, version: 1 })
      house.setNow(new Date(house.now().getTime() + 11_000))
      await expandAll(house, open, world.organisationId)
      expect((await messagesOf(open.id)).map(one => [one.language, one.subject, one.bodyText])).toEqual([
        ["en", "In en", "€100.00"],
        ["nl", "In nl", "€ 100,00"],
        ["fr", "In en", "100,00 €"],
      ])
    })
    it("copies relations into each message where they are available, and says where they are not", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const here = await makeInvoices(house, world, 1)
      const there = await makeInvoices(house, { ...world, administrationId: other }, 1)
      const user = await makeUser(house, world.organisationId)
      const relation = await makeRelation(house, world.organisationId, {
        name: "Smit & Hoekstra",
        administrationIds: [world.administrationId],
      })
      await house.database.owner
        .update(customers)
        .set({ standingBcc: ["Archief@Vdm.example"] })
        .where(eq(customers.id, here.customerIds[0] ?? ""))
      const bulk = await madeBulk(house, world, {
        ids: [...here.ids, ...there.ids],
        by: user,
        changes: { cc: [{ kind: "relation", relationId: relation.id }], names: { [relation.id]: relation.name } },
      })
      const made = await messagesOf(bulk.id)
      const people = (id: string | undefined) =>
        house.database.owner
          .select()
          .from(recipients)
          .where(eq(recipients.messageId, id ?? ""))
          .orderBy(asc(recipients.position))
      expect((await people(made[0]?.id)).map(one => [one.role, one.state, one.address])).toEqual([
        ["to", "held", here.addresses[0]],
        ["cc", "held", relation.address],
        ["bcc", "held", "archief@vdm.example"],
      ])
      expect((await people(made[1]?.id)).at(1)).toMatchObject({
        state: "left-out",
        reason: "Smit & Hoekstra is not available here.",
      })
    })
    it("gives every message the same files and its own invoice's PDF, without copying their bytes", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 3)
      const db = house.database.owner
      for (const [index, ownerId] of ids.slice(0, 2).entries()) {
        await db.update(invoices).set({ hasPdf: true }).where(eq(invoices.id, ownerId))
        await db.insert(attachments).values({
          organisationId: world.organisationId,
          ownerKind: "invoice",
          ownerId,
          name: `own-${index}.pdf`,
          contentType: "application/pdf",
          size: 10,
          sha256: "0".repeat(64),
          fileKey: `pdf-${index}`,
        })
      }
      const bytes = new TextEncoder().encode("Pay to NL00")
      const file = await uploadAttachment(world.standard, { name: "Payment details.txt", bytes })
      const bulk = await madeBulk(house, world, { ids, changes: { attachmentIds: [file.id], attachInvoicePdf: true } })
      const made = await messagesOf(bulk.id)
      expect(made).toHaveLength(2)
      expect((await casesOf(house, bulk)).at(2)).toMatchObject({ state: "left-out", reason: "Invoice PDF missing" })
      const keys = new Set<string>()
      for (const [index, message] of made.entries()) {
        const files = await db
          .select()
          .from(attachments)
          .where(eq(attachments.ownerId, message.id))
          .orderBy(asc(attachments.position))
        expect(files.map(one => one.name)).toEqual([`own-${index}.pdf`, "Payment details.txt"])
        keys.add(files[1]?.fileKey ?? "")
      }
      expect(keys.size).toBe(1)
    })
    it("counts the uses of the standard message, and leaves behind single messages", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 2)
      const [standard] = await house.database.owner
        .insert(standardMessages)
        .values({ ...world, description: "Second reminder, friendly" })
        .returning()
      const bulk = await madeBulk(house, world, { ids, changes: { standardMessageId: standard?.id ?? "" } })
      expect(bulk.name).toBe("Second reminder, friendly")
      const [used] = await house.database.owner
        .select()
        .from(standardMessages)
        .where(eq(standardMessages.id, standard?.id ?? ""))
      expect(used?.uses).toBe(2)
      const rows = await house.database.owner.select().from(attempts).where(eq(attempts.bulkMessageId, bulk.id))
      expect(rows.map(row => row.priority)).toEqual([10, 10])
    })
  })

  describe("refuses", () => {
    it("to make anything before the undo time is over, or while it is paused", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      house.setNow(undefined)
      const bulk = await sentBulk(world.standard, ids)
      await expandAll(house, bulk, world.organisationId)
      expect(await messagesOf(bulk.id)).toEqual([])
    })
    it("to send for an author who may not any more, case by case", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId, { name: `Kok ${crypto.randomUUID()}` })
      const here = await makeInvoices(house, world, 1)
      const there = await makeInvoices(house, { ...world, administrationId: other }, 1)
      const user = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard", [other]: "standard" },
      })
      const bulk = await sentBulk(user, [...here.ids, ...there.ids])
      await house.database.owner
        .update(administrationRights)
        .set({ held: "restricted" })
        .where(eq(administrationRights.administrationId, other))
      house.setNow(new Date(house.now().getTime() + 11_000))
      await expandAll(house, bulk, world.organisationId)
      const rows = await casesOf(house, bulk)
      expect(rows.map(row => row.state)).toEqual(["message", "left-out"])
      expect(rows[1]?.reason).toContain("No right to message customers of Kok")
    })
    it("to send anything for an author who was switched off", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 2)
      const user = await makeUser(house, world.organisationId)
      const bulk = await sentBulk(user, ids)
      const userId = user.actor.kind === "user" ? user.actor.userId : ""
      await house.database.owner
        .update(memberships)
        .set({ disabledAt: new Date() })
        .where(eq(memberships.userId, userId))
      house.setNow(new Date(house.now().getTime() + 11_000))
      await expandAll(house, bulk, world.organisationId)
      expect((await casesOf(house, bulk)).map(row => row.check)).toEqual(["no-right", "no-right"])
      expect(await messagesOf(bulk.id)).toEqual([])
    })
  })

  describe("protects", () => {
    it("each case from a second message, though several make them at once", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 60)
      const bulk = await sentBulk(world.standard, ids)
      house.setNow(new Date(house.now().getTime() + 11_000))
      await Promise.all([1, 2, 3].map(() => expandAll(house, bulk, world.organisationId, 7)))
      await expandAll(house, bulk, world.organisationId, 7)
      expect((await messagesOf(bulk.id)).map(one => one.caseId).sort()).toEqual([...ids].sort())
    })
    it("everything where it breaks off in the middle: nothing of the go happened, the next one makes it all", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 4)
      const bulk = await sentBulk(world.standard, ids)
      house.setNow(new Date(house.now().getTime() + 11_000))
      const broken: Context = {
        ...world.standard,
        transaction: work =>
          world.standard.transaction(async tx => {
            await work(tx)
            throw new Error("killed")
          }),
      }
      await expect(expandBulk(broken, { id: bulk.id, most: 2 })).rejects.toThrow("killed")
      expect(await messagesOf(bulk.id)).toEqual([])
      await expandAll(house, bulk, world.organisationId, 2)
      expect(await messagesOf(bulk.id)).toHaveLength(4)
    })
    it("the text from what customers are called: a name with braces or a script stays a name", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 1)
      await house.database.owner
        .update(contacts)
        .set({ name: "{{user.email}} <script>x()</script>" })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      const bulk = await madeBulk(house, world, { ids })
      const [made] = await messagesOf(bulk.id)
      expect(made?.bodyHtml).toContain("Dear {{user.email}} &lt;script&gt;x()&lt;/script&gt;, please")
    })
    it("the text that was accepted: it cannot be saved any more", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const bulk = await sentBulk(world.standard, ids)
      await expect(
        saveBulkMessage(world.standard, { id: bulk.id, version: bulk.version, content: bulkContent() }),
      ).rejects.toMatchObject({ code: "stale-draft" })
    })
  })
})

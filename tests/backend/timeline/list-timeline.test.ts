import { resendMessage } from "@casepost/backend/messages/resend-message"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import type { CaseRef } from "@casepost/shared/cases"
import { deeds, type MessageEntry } from "@casepost/shared/timeline"
import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeRelation,
  makeUser,
  makeWorld,
  type World,
} from "../../support/make.ts"
import { leave, writeMessage, writeNote, writeReply } from "../../support/write.ts"

describe("the timeline of a case", () => {
  let house: TestHouse
  let world: World
  let customer: { id: string; number: string }
  let invoice: CaseRef
  let invoiceNumber: string
  let ofInvoice: { caseRef: CaseRef; customerId: string; administrationId: string }
  const page = { limit: 30 }

  beforeAll(async () => {
    house = await openTestHouse()
  })
  beforeEach(async () => {
    house.setNow(undefined)
    world = await makeWorld(house)
    customer = await makeCustomer(house, world, { address: "info@jansen.example" })
    const made = await makeInvoice(house, { ...world, customerId: customer.id })
    invoice = { kind: "invoice", id: made.id }
    invoiceNumber = made.number
    ofInvoice = { caseRef: invoice, customerId: customer.id, administrationId: world.administrationId }
  })

  describe("does", () => {
    it("says when, to which addresses, by whom, and what became of each", async () => {
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      house.setNow(new Date("2026-11-12T08:14:00Z"))
      const { id } = await writeMessage(world.standard, invoice, {
        cc: [{ kind: "relation", relationId: relation.id }],
      })
      await leave(world.standard, id)
      const openedAt = new Date("2026-11-12T09:31:00Z")
      await house.database.owner
        .update(recipients)
        .set({ state: "opened", openedAt, queuedAt: new Date("2026-11-12T08:14:10Z") })
        .where(and(eq(recipients.messageId, id), eq(recipients.role, "to")))
      const [entry] = (await listTimeline(world.standard, invoice, page)).entries as MessageEntry[]
      expect(entry).toMatchObject({
        type: "message",
        id,
        at: "2026-11-12T08:14:00.000Z",
        author: { name: "Sanne de Wit" },
        from: "Sanne de Wit via Van der Meer Bouwmaterialen <debiteuren@vdmbouw.example>",
        subject: "Invoice is still open",
        caseRef: invoice,
        caseNumber: invoiceNumber,
        unread: false,
        openedAt: openedAt.toISOString(),
      })
      expect(entry?.attempts).toMatchObject([
        {
          number: 1,
          state: "left",
          by: "Sanne de Wit",
          recipients: [
            {
              role: "to",
              address: "info@jansen.example",
              state: "opened",
              steps: { queued: "2026-11-12T08:14:10.000Z", opened: openedAt.toISOString() },
            },
            { role: "cc", address: relation.address, name: relation.name, state: "delivered" },
          ],
        },
      ])
    })
    it("answers in the shape of the contract", async () => {
      await writeMessage(world.standard, invoice)
      await writeReply(world.standard, ofInvoice)
      await writeNote(world.standard, ofInvoice, { recipients: ["Els Kok"], forwardedTo: ["Kuiper Accountants"] })
      const answer = await listTimeline(world.standard, invoice, page)
      expect(deeds.listTimeline.answer?.parse(answer)).toEqual(answer)
      expect(answer.entries).toHaveLength(3)
    })
    it("rolls an invoice's message up to its matter and its customer, under the invoice's own number", async () => {
      const matter = await makeMatter(house, { ...world, customerId: customer.id, invoiceIds: [invoice.id] })
      const other = await makeInvoice(house, { ...world, customerId: customer.id })
      const { id } = await writeMessage(world.standard, invoice)
      for (const ref of [invoice, { kind: "matter", id: matter.id }, { kind: "customer", id: customer.id }] as const)
        expect((await listTimeline(world.standard, ref, page)).entries).toMatchObject([
          { id, caseRef: invoice, caseNumber: invoiceNumber },
        ])
      expect((await listTimeline(world.standard, { kind: "invoice", id: other.id }, page)).entries).toEqual([])
    })
    it("shows a message in its undo time as held, with the server's clock to count down by", async () => {
      house.setNow(new Date("2026-11-23T13:35:00Z"))
      const { leavesAt } = await writeMessage(world.standard, invoice)
      house.setNow(new Date("2026-11-23T13:35:03Z"))
      const answer = await listTimeline(world.standard, invoice, page)
      expect(answer.now).toBe("2026-11-23T13:35:03.000Z")
      expect(answer.entries).toMatchObject([
        { attempts: [{ state: "held", leavesAt, recipients: [{ state: "held" }] }] },
      ])
      expect(leavesAt).toBe("2026-11-23T13:35:10.000Z")
    })
    it("shows a scheduled message, and one that was cancelled because the customer answered", async () => {
      const sendAt = new Date(Date.now() + 3_600_000).toISOString()
      const { id } = await writeMessage(world.standard, invoice, { sendAt })
      expect((await listTimeline(world.standard, invoice, page)).entries).toMatchObject([
        { attempts: [{ state: "scheduled", leavesAt: sendAt, recipients: [{ state: "scheduled" }] }] },
      ])
      const { owner } = house.database
      await owner
        .update(attempts)
        .set({ state: "cancelled", cancelReason: "customer-answered" })
        .where(eq(attempts.messageId, id))
      await owner.update(messages).set({ state: "cancelled" }).where(eq(messages.id, id))
      expect((await listTimeline(world.standard, invoice, page)).entries).toMatchObject([
        { attempts: [{ state: "cancelled", cancelReason: "customer-answered", recipients: [{ state: "cancelled" }] }] },
      ])
    })
    it("leaves out what was undone in time, be it a message or a resend", async () => {
      const undone = await writeMessage(world.standard, invoice)
      await undoMessage(world.standard, undone.id)
      const { id } = await writeMessage(world.standard, invoice)
      await leave(world.standard, id)
      const to = [{ kind: "typed" as const, address: "ap@jansen.example" }]
      await resendMessage(world.standard, { id, to, cc: [], bcc: [], confirmedTo: [] } as never)
      await undoMessage(world.standard, id)
      const { entries } = await listTimeline(world.standard, invoice, page)
      expect(entries).toMatchObject([{ id, attempts: [{ number: 1 }] }])
      expect((entries[0] as MessageEntry).attempts).toHaveLength(1)
    })
    it("shows a reply as unread, and a note with its recipients and forwards", async () => {
      await writeReply(world.standard, ofInvoice, "We still miss the delivery note.")
      await writeNote(world.standard, ofInvoice, { recipients: ["Els Kok"], forwardedTo: ["Kuiper Accountants"] })
      const { entries } = await listTimeline(world.standard, invoice, page)
      expect(entries).toMatchObject([
        {
          type: "note",
          recipients: [{ name: "Els Kok" }],
          forwards: [{ to: [{ name: "Kuiper Accountants" }], by: "Joost Bakker" }],
        },
        { type: "reply", via: "portal", author: { name: "Peter Jansen" }, unread: true, readBy: null },
      ])
    })
    it("gives every entry exactly once while new ones arrive, also several of one millisecond", async () => {
      house.setNow(new Date("2026-11-20T10:00:00Z"))
      const written: string[] = []
      for (let nth = 0; nth < 7; nth++) written.push(await writeNote(world.standard, ofInvoice))
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const answer = await listTimeline(world.standard, invoice, { limit: 2, cursor })
        seen.push(...answer.entries.map(entry => entry.id))
        cursor = answer.nextCursor ?? undefined
        house.setNow(new Date("2026-11-20T11:00:00Z"))
        await writeNote(world.standard, ofInvoice)
      } while (cursor)
      expect(seen.toSorted()).toEqual(written.toSorted())
    })
    it("asks the database as often for fifty entries as for one of each kind", async () => {
      const fill = async (times: number) => {
        for (let nth = 0; nth < times; nth++) {
          await writeMessage(world.standard, invoice)
          await writeReply(world.standard, ofInvoice)
          await writeNote(world.standard, ofInvoice)
        }
      }
      const count = () => countQueries(world.standard, counted => listTimeline(counted, invoice, { limit: 100 }))
      await fill(1)
      const few = await count()
      await fill(16)
      expect(few).toBeGreaterThan(3)
      expect(await count()).toBe(few)
    })
  })

  describe("refuses", () => {
    it.each(["", "nonsense", Buffer.from("1 2").toString("base64url"), Buffer.from("-1 x 3").toString("base64url")])(
      "a cursor that no list gave: %j",
      async cursor => {
        await expect(listTimeline(world.standard, invoice, { limit: 10, cursor })).rejects.toMatchObject({
          code: "invalid",
        })
      },
    )
    it.each(["00000000-0000-7000-8000-000000000000", "no-uuid"])("a case that does not exist: %s", async id => {
      await expect(listTimeline(world.standard, { kind: "invoice", id }, page)).rejects.toMatchObject({
        code: "not-found",
      })
    })
  })

  describe("protects", () => {
    it("lets a restricted user read, and nobody who has no right in the administration", async () => {
      await writeMessage(world.standard, invoice)
      expect((await listTimeline(world.restricted, invoice, page)).entries).toHaveLength(1)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const stranger = await makeUser(house, world.organisationId, { right: "none", only: { [elsewhere]: "standard" } })
      await expect(listTimeline(stranger, invoice, page)).rejects.toMatchObject({ code: "not-found" })
    })
    it("gives another organisation the same answer as for a case that is missing", async () => {
      await writeMessage(world.standard, invoice)
      const theirs = await makeWorld(house)
      await expect(listTimeline(theirs.admin, invoice, page)).rejects.toMatchObject({ code: "not-found" })
    })
    it("cleans what is stored again on its way out", async () => {
      const bodyHtml = '<p onclick="x()">Hi<script>alert(1)</script> <img src=x onerror=alert(1)></p>'
      const id = await writeNote(world.standard, ofInvoice, { bodyHtml })
      const replyId = await writeReply(world.standard, ofInvoice)
      await house.database.owner.update(messages).set({ bodyHtml }).where(eq(messages.id, replyId))
      const { entries } = await listTimeline(world.standard, invoice, page)
      expect(entries.map(entry => entry.id)).toEqual([replyId, id])
      for (const entry of entries) expect(entry.bodyHtml).toBe("<p>Hi </p>")
    })
  })
})

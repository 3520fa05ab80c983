import { pauseBulkMessage } from "@casepost/backend/bulk-messages/running/pause-bulk-message"
import { resumeBulkMessage } from "@casepost/backend/bulk-messages/running/resume-bulk-message"
import { stopBulkMessage } from "@casepost/backend/bulk-messages/running/stop-bulk-message"
import { undoBulkMessage } from "@casepost/backend/bulk-messages/running/undo-bulk-message"
import { sendBulkMessage } from "@casepost/backend/bulk-messages/send-bulk-message"
import { contacts, customers, invoices } from "@casepost/backend/cases/tables"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { standardMessages } from "@casepost/backend/standard-messages/tables"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import { and, eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { casesOf, expandAll, madeBulk, makeInvoices, openBulk, sentBulk } from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../../support/make.ts"
import { makeStandardMessage } from "../../../support/standard-messages.ts"

// Undo, pause, resume and stop: what may follow on what.

let house: TestHouse
beforeEach(async () => {
  house ??= await openTestHouse()
  house.setNow(new Date("2026-11-23T09:20:00Z"))
})
const later = (seconds: number) => house.setNow(new Date(house.now().getTime() + seconds * 1000))

async function held(count = 3) {
  const world = await makeWorld(house)
  const { ids } = await makeInvoices(house, world, count)
  return { world, ids, bulk: await sentBulk(world.standard, ids) }
}

describe("undo, pause, resume and stop of a bulk message", () => {
  describe("does", () => {
    it("takes it back within its ten seconds: it is being written again, and can be sent again", async () => {
      const { world, bulk } = await held()
      later(9)
      expect(await undoBulkMessage(world.standard, bulk.id)).toMatchObject({
        state: "writing",
        leavesAt: null,
        results: {},
      })
      later(5)
      await expandAll(house, bulk, world.organisationId)
      expect(await house.database.owner.select().from(messages).where(eq(messages.bulkMessageId, bulk.id))).toEqual([])
      expect(await sendBulkMessage(world.standard, { id: bulk.id, version: bulk.version })).toMatchObject({
        state: "held",
      })
    })
    it("makes no message while it is paused, and all of them after that", async () => {
      const { world, bulk } = await held()
      await pauseBulkMessage(world.standard, bulk.id)
      later(60)
      await expandAll(house, bulk, world.organisationId)
      expect(await pauseBulkMessage(world.standard, bulk.id)).toMatchObject({ state: "paused" })
      expect(await resumeBulkMessage(world.standard, bulk.id)).toMatchObject({ state: "held" })
      await expandAll(house, bulk, world.organisationId)
      expect(await resumeBulkMessage(world.standard, bulk.id)).toMatchObject({
        state: "sending",
        results: { waiting: 3 },
      })
    })
    it("stops what was made and waits: out of the timeline, with the rest of its cases counted as cancelled", async () => {
      const { world, bulk, ids } = await held()
      later(11)
      const { authorOf } = await import("@casepost/backend/bulk-messages/author-of")
      const { rowOf } = await import("@casepost/backend/bulk-messages/running/bulk-worker")
      const { expandBulk } = await import("@casepost/backend/bulk-messages/running/expand-bulk")
      const author = await authorOf(house, await rowOf(house, { id: bulk.id, organisationId: world.organisationId }))
      await expandBulk(author, { id: bulk.id, most: 2 })
      const place = { kind: "invoice", id: ids[0] ?? "" } as const
      expect((await listTimeline(world.standard, place, { limit: 5 })).entries).toHaveLength(1)
      expect(await stopBulkMessage(world.standard, bulk.id)).toMatchObject({
        state: "stopped",
        results: { cancelled: 3 },
      })
      expect((await listTimeline(world.standard, place, { limit: 5 })).entries).toEqual([])
      await expandAll(house, bulk, world.organisationId)
      expect(await stopBulkMessage(world.standard, bulk.id)).toMatchObject({
        state: "stopped",
        results: { cancelled: 3 },
      })
    })
    it("makes anew what waited through a pause: nobody is messaged who paid or was marked, nor where she was before", async () => {
      const { world, ids, bulk } = await held()
      later(11)
      await expandAll(house, bulk, world.organisationId)
      await pauseBulkMessage(world.standard, bulk.id)
      const db = house.database.owner
      const [paid, marked, moved] = await casesOf(house, bulk)
      await db
        .update(invoices)
        .set({ state: "paid", openAmount: "0" })
        .where(eq(invoices.id, paid?.caseId ?? ""))
      await db
        .update(customers)
        .set({ doNotMessage: "A lawyer has it." })
        .where(eq(customers.id, marked?.customerId ?? ""))
      await db
        .update(contacts)
        .set({ address: "new@jansen.example" })
        .where(eq(contacts.customerId, moved?.customerId ?? ""))
      await resumeBulkMessage(world.standard, bulk.id)
      await expandAll(house, bulk, world.organisationId)
      expect(await casesOf(house, bulk)).toMatchObject([
        { state: "left-out", check: "settled", messageId: null },
        { state: "left-out", check: "do-not-message", messageId: null },
        { state: "message", address: "new@jansen.example" },
      ])
      const waiting = await db
        .select({ address: recipients.address })
        .from(attempts)
        .innerJoin(recipients, eq(recipients.attemptId, attempts.id))
        .where(and(eq(attempts.bulkMessageId, bulk.id), eq(attempts.state, "waiting")))
      expect(waiting).toEqual([{ address: "new@jansen.example" }])
      const place = { kind: "invoice", id: ids[0] ?? "" } as const
      expect((await listTimeline(world.standard, place, { limit: 5 })).entries).toEqual([])
    })
    it("counts back the uses of its standard message that were stopped", async () => {
      const { world, ids } = await held()
      const { id } = await makeStandardMessage(world.admin, world.administrationId)
      const bulk = await madeBulk(house, world, { ids, changes: { standardMessageId: id } })
      const uses = async () =>
        (await house.database.owner.select().from(standardMessages).where(eq(standardMessages.id, id)))[0]?.uses
      expect(await uses()).toBe(3)
      await stopBulkMessage(world.standard, bulk.id)
      expect(await uses()).toBe(0)
    })
    it("takes back one that was paused before it began, however late", async () => {
      const { world, bulk } = await held()
      await pauseBulkMessage(world.standard, bulk.id)
      later(600)
      expect(await undoBulkMessage(world.standard, bulk.id)).toMatchObject({ state: "writing" })
    })
  })

  describe("refuses", () => {
    it("undo when its time is over, and all of them for one that is being written", async () => {
      const { world, bulk, ids } = await held()
      later(10)
      await expect(undoBulkMessage(world.standard, bulk.id)).rejects.toMatchObject({ code: "undo-too-late" })
      const open = await openBulk(world.standard, ids)
      for (const deed of [undoBulkMessage, pauseBulkMessage])
        await expect(deed(world.standard, open.id)).rejects.toMatchObject({ code: "undo-too-late" })
      for (const deed of [resumeBulkMessage, stopBulkMessage])
        await expect(deed(world.standard, open.id)).rejects.toMatchObject({ code: "not-left-yet" })
    })
    it("to go on with one that was stopped", async () => {
      const { world, bulk } = await held()
      await stopBulkMessage(world.standard, bulk.id)
      await expect(resumeBulkMessage(world.standard, bulk.id)).rejects.toMatchObject({ code: "undo-too-late" })
    })
  })

  describe("protects", () => {
    it("what colleagues sent: an administrator of all its administrations may stop it, others not", async () => {
      const { world, bulk } = await held()
      const colleague = await makeUser(house, world.organisationId)
      for (const deed of [undoBulkMessage, pauseBulkMessage, stopBulkMessage])
        await expect(deed(colleague, bulk.id)).rejects.toMatchObject({ code: "not-allowed" })
      expect(await stopBulkMessage(world.admin, bulk.id)).toMatchObject({ state: "stopped", mine: false })
    })
    it("what goes on elsewhere", async () => {
      const { world, bulk } = await held()
      const other = await makeAdministration(house, world.organisationId)
      const elsewhere = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [other]: "administrator" },
      })
      const theirs = await makeWorld(house)
      for (const context of [elsewhere, theirs.admin])
        for (const deed of [undoBulkMessage, pauseBulkMessage, resumeBulkMessage, stopBulkMessage])
          await expect(deed(context, bulk.id)).rejects.toMatchObject({ code: "not-found" })
    })
    it("a message that had a conversation before: stopping leaves that conversation with its own last message", async () => {
      const { world, ids } = await held(1)
      later(20)
      const before = await madeBulk(house, world, { ids })
      const again = await madeBulk(house, world, { ids })
      await stopBulkMessage(world.standard, again.id)
      const place = { kind: "invoice", id: ids[0] ?? "" } as const
      const { entries } = await listTimeline(world.standard, place, { limit: 5 })
      const [kept] = await house.database.owner.select().from(messages).where(eq(messages.bulkMessageId, before.id))
      expect(entries.map(one => one.id)).toEqual([kept?.id])
      const { conversations } = await import("@casepost/backend/entries/tables")
      const [talk] = await house.database.owner
        .select()
        .from(conversations)
        .where(eq(conversations.caseId, ids[0] ?? ""))
      expect(talk?.lastMessageId).toBe(kept?.id)
    })
  })
})

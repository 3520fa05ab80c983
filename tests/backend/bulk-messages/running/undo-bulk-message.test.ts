import { pauseBulkMessage } from "@casepost/backend/bulk-messages/running/pause-bulk-message"
import { resumeBulkMessage } from "@casepost/backend/bulk-messages/running/resume-bulk-message"
import { stopBulkMessage } from "@casepost/backend/bulk-messages/running/stop-bulk-message"
import { undoBulkMessage } from "@casepost/backend/bulk-messages/running/undo-bulk-message"
import { sendBulkMessage } from "@casepost/backend/bulk-messages/send-bulk-message"
import { messages } from "@casepost/backend/messages/tables"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { expandAll, madeBulk, makeInvoices, openBulk, sentBulk } from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../../support/make.ts"

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

import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { getBulkMessage } from "@casepost/backend/bulk-messages/get-bulk-message"
import { openBulkMessage } from "@casepost/backend/bulk-messages/open-bulk-message"
import { startBulkWorker } from "@casepost/backend/bulk-messages/running/bulk-worker"
import { pauseBulkMessage } from "@casepost/backend/bulk-messages/running/pause-bulk-message"
import { resumeBulkMessage } from "@casepost/backend/bulk-messages/running/resume-bulk-message"
import { stopBulkMessage } from "@casepost/backend/bulk-messages/running/stop-bulk-message"
import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import { contacts } from "@casepost/backend/cases/tables"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { deliveryBatches } from "@casepost/backend/delivery/tables"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { bulkContent, makeInvoices, openBulk, sentBulk } from "../../../support/bulk-messages.ts"
import { openEmbeddedHouse, openLonelyHouse, type TestHouse } from "../../../support/house.ts"
import { killed, makePlace, quiet, start, started, within } from "../../../support/killed-process.ts"
import { makeWorld } from "../../../support/make.ts"
import { writing } from "../../../support/messages.ts"
import { doubleKey, type ProviderDouble, startProviderDouble } from "../../../support/provider-double.ts"

const soon = { timeout: 90_000, interval: 50 }

async function running(open: () => Promise<TestHouse>, options: Parameters<typeof startProviderDouble>[0] = {}) {
  const double = await startProviderDouble(options)
  const house = await open()
  house.config.resend = { apiKey: doubleKey, baseUrl: double.url, webhookSecret: undefined }
  house.config.local = false
  const world = await makeWorld(house)
  const dispatcher = startDispatcher(house)
  const worker = startBulkWorker(house)
  house.wakeDelivery = () => {
    dispatcher.wake()
    worker.wake()
  }
  onTestFinished(async () => {
    await worker.close()
    await dispatcher.close()
    await house.database.close()
    double.close()
  })
  return { double, house, world, dispatcher, worker }
}

/** Its undo time is over now. */
const letGo = (house: TestHouse, id: string) =>
  house.database.owner
    .update(bulkMessages)
    .set({ leavesAt: new Date(Date.now() - 1) })
    .where(eq(bulkMessages.id, id))

const addressesOf = (double: ProviderDouble) => double.accepted.map(mail => mail.to[0] ?? "").sort()

describe("bulk-worker", () => {
  describe("does", () => {
    it("sends a mail to each customer's own address, a hundred to a request, and says when it is done", async () => {
      const { double, house, world, worker } = await running(openLonelyHouse)
      const { ids, addresses } = await makeInvoices(house, world, 250)
      const bulk = await sentBulk(world.standard, ids)
      await letGo(house, bulk.id)
      worker.wake()
      await vi.waitFor(() => expect(addressesOf(double)).toEqual([...addresses].sort()), soon)
      expect(double.accepted.every(mail => [mail.to].flat().length === 1 && !("cc" in mail) && !("bcc" in mail))).toBe(
        true,
      )
      await vi.waitFor(async () => expect((await getBulkMessage(world.standard, bulk.id)).state).toBe("done"), soon)
      expect(await getBulkMessage(world.standard, bulk.id)).toMatchObject({ results: { sent: 250 }, messages: 250 })
    })
    it("puts what has no address into the portal only", async () => {
      const { house, world, worker } = await running(openLonelyHouse)
      const { ids, customerIds } = await makeInvoices(house, world, 2)
      await house.database.owner
        .update(contacts)
        .set({ address: null })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      const bulk = await sentBulk(world.standard, ids)
      await letGo(house, bulk.id)
      worker.wake()
      await vi.waitFor(
        async () =>
          expect(await getBulkMessage(world.standard, bulk.id)).toMatchObject({
            results: { "portal-only": 1, sent: 1 },
          }),
        soon,
      )
    })
    it("looks at the cases of a big selection by itself", async () => {
      const { house, world, worker } = await running(openLonelyHouse)
      const { ids } = await makeInvoices(house, world, 2_000)
      const bulk = await openBulk(world.standard, ids)
      worker.wake()
      await vi.waitFor(async () => expect((await getBulkMessage(world.standard, bulk.id)).checked).toBe(2_000), soon)
    })
    it.each([
      ["Postgres", openLonelyHouse],
      ["PGlite", openEmbeddedHouse],
    ] as const)("lets a single message of somebody else pass on %s", async (_, open) => {
      const { double, house, world, worker } = await running(open, { perSecond: 10 })
      const { ids } = await makeInvoices(house, world, 1_500)
      const other = await makeInvoices(house, world, 1)
      const bulk = await sentBulk(world.standard, ids)
      await letGo(house, bulk.id)
      worker.wake()
      await vi.waitFor(() => expect(double.accepted.length).toBeGreaterThan(100), soon)
      const caseRef = { kind: "invoice", id: other.ids[0] ?? "" } as const
      const to = [{ kind: "customer" as const, address: "single@jansen.example" }]
      const single = await sendMessage(world.admin, writing(caseRef, { to }))
      await house.database.owner.update(attempts).set({ leavesAt: new Date() }).where(eq(attempts.messageId, single.id))
      const requests = double.requests.length
      house.wakeDelivery()
      await vi.waitFor(
        () => expect(double.accepted.some(mail => mail.to[0] === "single@jansen.example")).toBe(true),
        soon,
      )
      const mail = double.accepted.find(one => one.to[0] === "single@jansen.example")
      const place = double.requests.findIndex(request => request.key === mail?.key)
      expect(place - requests).toBeLessThan(20)
    })
  })

  describe("refuses", () => {
    it("to go on while it is paused, and goes on where it was", async () => {
      const { double, house, world, worker } = await running(openLonelyHouse, { perSecond: 2 })
      const { ids } = await makeInvoices(house, world, 1_200)
      const bulk = await sentBulk(world.standard, ids)
      await letGo(house, bulk.id)
      worker.wake()
      await vi.waitFor(() => expect(double.accepted.length).toBeGreaterThan(0), soon)
      expect(await pauseBulkMessage(world.standard, bulk.id)).toMatchObject({ state: "paused" })
      // What was frozen, or was just being frozen, may still go.
      await quiet(double)
      const [frozen] = await house.database.owner
        .select({ count: sql<number>`count(*)::int` })
        .from(deliveryBatches)
        .where(eq(deliveryBatches.state, "frozen"))
      expect(frozen?.count).toBe(0)
      const before = double.accepted.length
      await new Promise(resolve => setTimeout(resolve, 1_500))
      expect(double.accepted.length).toBe(before)
      expect(before).toBeLessThan(1_200)
      double.perSecond = 50
      await resumeBulkMessage(world.standard, bulk.id)
      await vi.waitFor(() => expect(double.timesAccepted().size).toBe(1_200), soon)
      expect(double.accepted).toHaveLength(1_200)
    })
    it("to send what has not left once it was stopped, and takes it out of timeline and inbox", async () => {
      const { double, house, world, worker } = await running(openLonelyHouse, { perSecond: 2 })
      const { ids } = await makeInvoices(house, world, 1_500)
      const bulk = await sentBulk(world.standard, ids)
      await letGo(house, bulk.id)
      worker.wake()
      await vi.waitFor(() => expect(double.accepted.length).toBeGreaterThan(0), soon)
      await stopBulkMessage(world.standard, bulk.id)
      double.perSecond = 50
      await vi.waitFor(async () => {
        const { results } = await getBulkMessage(world.standard, bulk.id)
        expect((results.sent ?? 0) + (results.cancelled ?? 0)).toBe(1_500)
        expect(results.sent).toBe(double.accepted.length)
      }, soon)
      expect(double.accepted.length).toBeLessThan(1_500)
      const db = house.database.owner
      const [left] = await db
        .select({
          entries: sql<number>`(select count(distinct thing_id)::int from entries)`,
          talks: sql<number>`(select count(*)::int from conversations)`,
        })
        .from(messages)
        .limit(1)
      const [made] = await db
        .select({ left: sql<number>`count(*)::int` })
        .from(messages)
        .where(eq(messages.state, "left"))
      expect(left).toEqual({ entries: made?.left, talks: made?.left })
    })
  })

  describe("protects", () => {
    it.each(["postgres", "pglite"] as const)(
      "each case from being lost or messaged twice on %s, though the process is killed at random moments",
      { timeout: 240_000 },
      async engine => {
        const data = mkdtempSync(join(tmpdir(), "casepost-bulk-"))
        const place = await makePlace(engine, data)
        const double = await startProviderDouble({
          perSecond: 20,
          latency: 40,
          fault: request => (request % 7 === 0 ? "accept-then-drop" : undefined),
        })
        onTestFinished(() => double.close())
        const count = 900
        const { id, addresses } = await within(place, data, async house => {
          const world = await makeWorld(house)
          const made = await makeInvoices(house, world, count)
          const selection = { by: "ids", kind: "invoice", ids: made.ids } as const
          const open = await openBulkMessage(world.standard, { selection, content: bulkContent() })
          await house.database.owner
            .update(bulkMessages)
            .set({ state: "held", leavesAt: new Date() })
            .where(eq(bulkMessages.id, open.id))
          return { id: open.id, addresses: made.addresses }
        })
        for (let kill = 0; kill < 4; kill += 1) {
          const process = start("bulk-child.ts", { place, data, double })
          await started(process)
          await new Promise(resolve => setTimeout(resolve, Math.random() * 1_500))
          await killed(process)
        }
        const last = start("bulk-child.ts", { place, data, double })
        await vi.waitFor(() => expect(double.timesAccepted().size).toBe(count), { timeout: 120_000, interval: 100 })
        await quiet(double)
        await killed(last)
        expect([...double.timesAccepted().values()].filter(times => times.length > 1)).toEqual([])
        expect(addressesOf(double)).toEqual([...addresses].sort())
        await within(place, data, async house => {
          const db = house.database.owner
          const states = await db
            .select({ state: recipients.state, count: sql<number>`count(*)::int` })
            .from(recipients)
            .groupBy(recipients.state)
          expect(states).toEqual([{ state: "sent", count }])
          const made = await db.select({ caseId: messages.caseId }).from(messages).where(eq(messages.bulkMessageId, id))
          expect(new Set(made.map(one => one.caseId)).size).toBe(count)
          expect(made).toHaveLength(count)
          const [written] = await db
            .select({
              entries: sql<number>`(select count(*)::int from entries)`,
              talks: sql<number>`(select count(*)::int from conversations)`,
            })
            .from(bulkMessages)
          // The invoice's timeline and the customer's.
          expect(written).toEqual({ entries: 2 * count, talks: count })
        })
      },
    )
  })
})

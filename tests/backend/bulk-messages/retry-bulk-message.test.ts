import { retryBulkMessage } from "@casepost/backend/bulk-messages/retry-bulk-message"
import { stopBulkMessage } from "@casepost/backend/bulk-messages/running/stop-bulk-message"
import { contacts } from "@casepost/backend/cases/tables"
import { suppressions } from "@casepost/backend/delivery/tables"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { deeds } from "@casepost/shared/bulk-messages"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { casesOf, madeBulk, makeInvoices, openBulk } from "../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeUser, makeWorld } from "../../support/make.ts"

describe("retry-bulk-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  /** Made and left, each To in one of these states. */
  async function ended(...states: [string, string?][]) {
    const world = await makeWorld(house)
    const made = await makeInvoices(house, world, states.length)
    const bulk = await madeBulk(house, world, { ids: made.ids })
    const db = house.database.owner
    await db.update(attempts).set({ state: "left" }).where(eq(attempts.bulkMessageId, bulk.id))
    await db.update(messages).set({ state: "left" }).where(eq(messages.bulkMessageId, bulk.id))
    const rows = await casesOf(house, bulk)
    for (const [index, [state, reason]] of states.entries())
      await db
        .update(recipients)
        .set({ state, reason: reason ?? null })
        .where(eq(recipients.messageId, rows[index]?.messageId ?? ""))
    const again = async () =>
      (
        await db
          .select()
          .from(attempts)
          .where(and(eq(attempts.bulkMessageId, bulk.id), eq(attempts.number, 2)))
      ).map(attempt => rows.findIndex(row => row.messageId === attempt.messageId))
    return { world, bulk, rows, again, ...made }
  }

  describe("does", () => {
    it("sends again what can go again as it is, as a new attempt of the same message", async () => {
      const { world, bulk, again } = await ended(
        ["bounced", "The mailbox is full."],
        ["sent"],
        ["failed", "This e-mail could not be sent."],
      )
      const retried = await retryBulkMessage(world.standard, { id: bulk.id })
      expect(retried).toMatchObject({ state: "sending", results: { waiting: 2, sent: 1 }, retryable: 0 })
      expect((await again()).sort()).toEqual([0, 2])
    })
    it("sends to the address that was corrected meanwhile", async () => {
      const { world, bulk, customerIds, addresses, rows } = await ended(["suppressed"])
      await house.database.owner
        .insert(suppressions)
        .values({ organisationId: world.organisationId, address: addresses[0] ?? "", reason: "bounce" })
      await house.database.owner
        .update(contacts)
        .set({ address: "right@jansen.example" })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      await retryBulkMessage(world.standard, { id: bulk.id, positions: [0] })
      const sent = await house.database.owner
        .select()
        .from(recipients)
        .where(eq(recipients.messageId, rows[0]?.messageId ?? ""))
      expect(sent.map(one => one.address).sort()).toEqual(["right@jansen.example", addresses[0]].sort())
    })
  })

  describe("refuses", () => {
    it("places that no bulk message has", () => {
      expect(deeds.retryBulkMessage.body?.safeParse({ positions: [50_000] }).success).toBe(true)
      expect(deeds.retryBulkMessage.body?.safeParse({ positions: [2 ** 31] }).success).toBe(false)
    })
    it("what needs a change first, or may have arrived", async () => {
      const { world, bulk, addresses, again } = await ended(
        ["bounced"],
        ["failed", "The e-mail provider did not accept this e-mail. It says: too large."],
        ["unknown"],
      )
      await house.database.owner
        .insert(suppressions)
        .values({ organisationId: world.organisationId, address: addresses[0] ?? "", reason: "bounce" })
      expect(await retryBulkMessage(world.standard, { id: bulk.id })).toMatchObject({ retryable: 0 })
      expect(await again()).toEqual([])
    })
    it("one of which nothing has left", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const { id } = await openBulk(world.standard, ids)
      await expect(retryBulkMessage(world.standard, { id })).rejects.toMatchObject({ code: "not-left-yet" })
    })
  })

  describe("protects", () => {
    it("from sending twice when it is asked twice", async () => {
      const { world, bulk, again } = await ended(["bounced"])
      await Promise.all([1, 2].map(() => retryBulkMessage(world.standard, { id: bulk.id })))
      expect(await again()).toEqual([0])
    })
    it("cases that were stopped: retrying others lets none of them go", async () => {
      const { world, bulk } = await ended(["bounced"], ["sent"])
      const { bulkMessageCases } = await import("@casepost/backend/bulk-messages/tables")
      await house.database.owner
        .update(bulkMessageCases)
        .set({ state: "waiting", messageId: null })
        .where(and(eq(bulkMessageCases.bulkMessageId, bulk.id), eq(bulkMessageCases.position, 1)))
      await stopBulkMessage(world.standard, bulk.id)
      await retryBulkMessage(world.standard, { id: bulk.id })
      expect((await casesOf(house, bulk)).map(row => row.state)).toEqual(["message", "left-out"])
    })
    it("what colleagues sent", async () => {
      const { world, bulk } = await ended(["bounced"])
      const colleague = await makeUser(house, world.organisationId)
      await expect(retryBulkMessage(colleague, { id: bulk.id })).rejects.toMatchObject({ code: "not-allowed" })
    })
  })
})

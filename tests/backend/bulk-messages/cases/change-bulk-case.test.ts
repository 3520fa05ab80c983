import { changeBulkCase } from "@casepost/backend/bulk-messages/cases/change-bulk-case"
import { changeBulkCases } from "@casepost/backend/bulk-messages/cases/change-bulk-cases"
import { contacts } from "@casepost/backend/cases/tables"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { expandAll, madeBulk, makeInvoices, openBulk } from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeWorld } from "../../../support/make.ts"

describe("change-bulk-case", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function oneMissing() {
    const world = await makeWorld(house)
    const made = await makeInvoices(house, world, 3)
    await house.database.owner
      .update(contacts)
      .set({ name: " " })
      .where(eq(contacts.customerId, made.customerIds[0] ?? ""))
    return { world, ...made }
  }

  describe("does", () => {
    it("takes a case out and back in, and counts it so", async () => {
      const { world, ids } = await oneMissing()
      const { id } = await openBulk(world.standard, ids)
      const out = await changeBulkCase(world.standard, { id, position: 1, takenOut: true, send: false })
      expect(out.bulkMessage).toMatchObject({ messages: 1, checks: { "taken-out": 1, ready: 1, missing: 1 } })
      const back = await changeBulkCase(world.standard, { id, position: 1, takenOut: false, send: false })
      expect(back.case.takenOut).toBe(false)
      expect(back.bulkMessage.messages).toBe(2)
    })
    it("fills a missing value in, for this message only", async () => {
      const { world, ids } = await oneMissing()
      const { id } = await openBulk(world.standard, ids)
      const filled = await changeBulkCase(world.standard, {
        id,
        position: 0,
        values: { "contact.name": "Ms Kok" },
        send: false,
      })
      expect(filled.case).toMatchObject({ check: "ready", missing: [], values: { "contact.name": "Ms Kok" } })
      expect(filled.bulkMessage).toMatchObject({ messages: 3, missing: [] })
      const emptied = await changeBulkCase(world.standard, {
        id,
        position: 0,
        values: { "contact.name": "" },
        send: false,
      })
      expect(emptied.case).toMatchObject({ check: "missing", values: {} })
    })
    it("sends a case that was left out with its value, after the others were sent", async () => {
      const { world, ids } = await oneMissing()
      const bulk = await madeBulk(house, world, { ids })
      const changed = await changeBulkCase(world.standard, {
        id: bulk.id,
        position: 0,
        values: { "contact.name": "Ms Kok" },
        send: true,
      })
      expect(changed.case).toMatchObject({ state: "waiting", reason: null })
      expect(changed.bulkMessage.state).toBe("sending")
      await expandAll(house, bulk, world.organisationId)
      const made = await house.database.owner
        .select()
        .from(messages)
        .where(eq(messages.caseId, ids[0] ?? ""))
      expect(made.map(one => one.bodyText)).toEqual(["Dear Ms Kok, please pay €100.00."])
    })
    it("takes all out, or back in", async () => {
      const { world, ids } = await oneMissing()
      const { id } = await openBulk(world.standard, ids)
      expect(await changeBulkCases(world.standard, { id, takenOut: true })).toMatchObject({
        messages: 0,
        checks: { "taken-out": 3 },
      })
      expect(await changeBulkCases(world.standard, { id, takenOut: false })).toMatchObject({ messages: 2 })
    })
  })

  describe("refuses", () => {
    it("to send one whose value is still missing, or that was sent", async () => {
      const { world, ids } = await oneMissing()
      const { id } = await madeBulk(house, world, { ids })
      await expect(changeBulkCase(world.standard, { id, position: 0, send: true })).rejects.toMatchObject({
        code: "placeholder-missing",
      })
      await expect(changeBulkCase(world.standard, { id, position: 1, send: true })).rejects.toMatchObject({
        code: "stale-draft",
      })
      await expect(changeBulkCases(world.standard, { id, takenOut: true })).rejects.toMatchObject({
        code: "stale-draft",
      })
    })
  })

  describe("protects", () => {
    it("the value as text: markup and braces in it stay what they are", async () => {
      const { world, ids } = await oneMissing()
      const bulk = await madeBulk(house, world, { ids })
      const values = { "contact.name": "<b>{{user.email}}</b>" }
      await changeBulkCase(world.standard, { id: bulk.id, position: 0, values, send: true })
      await expandAll(house, bulk, world.organisationId)
      const [made] = await house.database.owner
        .select()
        .from(messages)
        .where(eq(messages.caseId, ids[0] ?? ""))
      expect(made?.bodyHtml).toContain("Dear &lt;b&gt;{{user.email}}&lt;/b&gt;,")
    })
    it("a sent bulk message from colleagues who are no administrators", async () => {
      const { world, ids } = await oneMissing()
      const { id } = await madeBulk(house, world, { ids, by: world.admin })
      const values = { "contact.name": "Kok" }
      await expect(changeBulkCase(world.standard, { id, position: 0, values, send: true })).rejects.toMatchObject({
        code: "not-allowed",
      })
    })
  })
})

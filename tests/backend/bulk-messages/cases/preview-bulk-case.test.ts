import { previewBulkCase } from "@casepost/backend/bulk-messages/cases/preview-bulk-case"
import { contacts } from "@casepost/backend/cases/tables"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { madeBulk, makeInvoices, openBulk, sentBulk } from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeRelation, makeWorld } from "../../../support/make.ts"

describe("preview-bulk-case", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("shows the message of any case at once, what was filled in marked", async () => {
      const world = await makeWorld(house)
      const { ids, addresses } = await makeInvoices(house, world, 3)
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const { id } = await openBulk(world.standard, ids, { cc: [{ kind: "relation", relationId: relation.id }] })
      expect(await previewBulkCase(world.standard, { id, position: 1 })).toMatchObject({
        check: "ready",
        customerName: "Customer 1 B.V.",
        from: "Sanne de Wit via Van der Meer Bouwmaterialen",
        to: addresses[1],
        cc: [relation.name],
        language: "en",
        bodyHtml: "<p>Dear <mark>Contact 1</mark>, please pay <mark>€100.00</mark>.</p>",
        previous: 0,
        next: 2,
        place: 2,
      })
    })
    it("marks what is missing by its name, and has no place among those that go out", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 2)
      await house.database.owner
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      const { id } = await openBulk(world.standard, ids)
      expect(await previewBulkCase(world.standard, { id, position: 0 })).toMatchObject({
        check: "missing",
        missing: ["contact.name"],
        reason: "Contact name missing",
        bodyHtml: '<p>Dear <mark data-missing="">Contact name</mark>, please pay <mark>€100.00</mark>.</p>',
        place: null,
        next: 1,
      })
    })
    it("shows a colleague what its author sends: with the author's name and rights", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const texts = [{ language: "en" as const, subject: "Your invoice", bodyHtml: "<p>Ask {{user.name}}.</p>" }]
      const { id } = await sentBulk(world.standard, ids, { texts })
      expect(await previewBulkCase(world.restricted, { id, position: 0 })).toMatchObject({
        check: "ready",
        from: "Sanne de Wit via Van der Meer Bouwmaterialen",
        bodyHtml: "<p>Ask <mark>Sanne de Wit</mark>.</p>",
      })
    })
    it("shows after sending what was sent: exactly the text of the preview", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const open = await openBulk(world.standard, ids)
      const before = await previewBulkCase(world.standard, { id: open.id, position: 0 })
      const bulk = await madeBulk(house, world, { ids })
      await house.database.owner
        .update(contacts)
        .set({ name: "Somebody else" })
        .where(eq(contacts.organisationId, world.organisationId))
      const after = await previewBulkCase(world.standard, { id: bulk.id, position: 0 })
      expect(after.bodyHtml).toBe(before.bodyHtml.replace(/<\/?mark>/g, ""))
      const [sent] = await house.database.owner.select().from(messages).where(eq(messages.bulkMessageId, bulk.id))
      expect(after).toMatchObject({ subject: sent?.subject, to: before.to, from: before.from })
    })
  })

  describe("refuses", () => {
    it("a position that is not there", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const { id } = await openBulk(world.standard, ids)
      await expect(previewBulkCase(world.standard, { id, position: 1 })).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("from names with markup, in the text and in the subject", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 1)
      const name = "<img src=x onerror=x()> {{user.email}} \ue000"
      await house.database.owner
        .update(contacts)
        .set({ name })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      const { id } = await openBulk(world.standard, ids, {
        texts: [{ language: "en", subject: "<b> {{contact.name|A & B}}", bodyHtml: "<p>{{contact.name}}</p>" }],
      })
      const preview = await previewBulkCase(world.standard, { id, position: 0 })
      expect(preview.subjectHtml).toBe("&lt;b&gt; <mark>&lt;img src=x onerror=x()&gt; {{user.email}} </mark>")
      expect(preview.bodyHtml).not.toContain("<img")
    })
    it("what somebody else is writing", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const { id } = await openBulk(world.standard, ids)
      await expect(previewBulkCase(world.admin, { id, position: 0 })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

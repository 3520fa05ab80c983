import { saveBulkMessage } from "@casepost/backend/bulk-messages/save-bulk-message"
import { contacts } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { relationAdministrations } from "@casepost/backend/relations/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { bulkContent, casesOf, makeInvoices, openBulk } from "../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeRelation, makeUser, makeWorld } from "../../support/make.ts"
import { makeStandardMessage } from "../../support/standard-messages.ts"

const text = (bodyHtml: string) => [{ language: "en" as const, subject: "Your invoice", bodyHtml }]

describe("save-bulk-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function opened(count = 2) {
    const world = await makeWorld(house)
    const made = await makeInvoices(house, world, count)
    return { world, ...made, bulk: await openBulk(world.standard, made.ids, { texts: text("<p>Hello</p>") }) }
  }

  describe("does", () => {
    it("keeps what is written under the next version, and names it after its subject", async () => {
      const { world, bulk } = await opened()
      const texts = [{ language: "en" as const, subject: "Invoice {{invoice.number}} is open", bodyHtml: "<p>Hi</p>" }]
      const saved = await saveBulkMessage(world.standard, { id: bulk.id, version: 1, content: bulkContent({ texts }) })
      expect(saved).toMatchObject({ version: 2, name: "Invoice … is open", content: { texts }, checked: 2 })
    })
    it("looks at every case again when the text asks for another value, and only then", async () => {
      const { world, bulk, customerIds } = await opened()
      await house.database.owner
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      const content = bulkContent({ texts: text("<p>Dear {{contact.name}}</p>") })
      const asking = await saveBulkMessage(world.standard, { id: bulk.id, version: 1, content })
      expect(asking).toMatchObject({ messages: 1, missing: [{ name: "contact.name", cases: 1 }] })
      await house.database.owner
        .update(contacts)
        .set({ name: "Kok" })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      const reworded = bulkContent({ texts: text("<p>Hello {{contact.name}}</p>") })
      expect(await saveBulkMessage(world.standard, { id: bulk.id, version: 2, content: reworded })).toMatchObject({
        messages: 1,
      })
      const withFallback = bulkContent({ texts: text("<p>Hello {{contact.name|there}}</p>") })
      expect(await saveBulkMessage(world.standard, { id: bulk.id, version: 3, content: withFallback })).toMatchObject({
        messages: 2,
        missing: [],
      })
    })
    it("counts an invoice without its PDF as a missing value where it is asked for", async () => {
      const { world, bulk } = await opened()
      const content = bulkContent({ texts: text("<p>Hello</p>"), attachInvoicePdf: true })
      const saved = await saveBulkMessage(world.standard, { id: bulk.id, version: 1, content })
      expect(saved).toMatchObject({ messages: 0, missing: [{ name: "invoice-pdf", cases: 2 }] })
      expect((await casesOf(house, bulk))[0]?.reason).toBe("Invoice PDF missing")
    })
    it("warns that files turn seconds into minutes, unless they stand in the portal", async () => {
      const { world, bulk } = await opened(700)
      const { uploadAttachment } = await import("@casepost/backend/attachments/upload-attachment")
      const file = await uploadAttachment(world.standard, { name: "a.txt", bytes: new TextEncoder().encode("a") })
      const content = bulkContent({ texts: text("<p>Hello</p>"), attachmentIds: [file.id] })
      const { lookAtAll } = await import("../../support/bulk-messages.ts")
      await lookAtAll(house, bulk, world.organisationId)
      const saved = await saveBulkMessage(world.standard, { id: bulk.id, version: 1, content })
      expect(saved.warnings).toEqual([{ kind: "slow-files", seconds: 70, secondsWithout: 1 }])
      const inPortal = await saveBulkMessage(world.standard, {
        id: bulk.id,
        version: 2,
        content: { ...content, filesInPortal: true },
      })
      expect(inPortal).toMatchObject({ warnings: [], seconds: 1 })
    })
  })

  describe("refuses", () => {
    it("an old version, and overwrites nothing", async () => {
      const { world, bulk } = await opened()
      await saveBulkMessage(world.standard, { id: bulk.id, version: 1, content: bulkContent() })
      await expect(
        saveBulkMessage(world.standard, {
          id: bulk.id,
          version: 1,
          content: bulkContent({ texts: text("<p>No</p>") }),
        }),
      ).rejects.toMatchObject({ code: "stale-draft" })
    })
    it("one language twice, and a relation that was never available here", async () => {
      const { world, bulk } = await opened()
      const twice = bulkContent({ texts: [...text("<p>a</p>"), ...text("<p>b</p>")] })
      await expect(saveBulkMessage(world.standard, { id: bulk.id, version: 1, content: twice })).rejects.toMatchObject({
        code: "invalid",
      })
      const cc = [{ kind: "relation" as const, relationId: newId() }]
      await expect(
        saveBulkMessage(world.standard, { id: bulk.id, version: 1, content: bulkContent({ cc }) }),
      ).rejects.toMatchObject({
        code: "relation-unavailable",
        fields: [{ path: "content.cc.0", detail: expect.any(String) }],
      })
    })
  })

  describe("protects", () => {
    it("the text of somebody else", async () => {
      const { world, bulk } = await opened()
      const colleague = await makeUser(house, world.organisationId)
      for (const context of [colleague, world.admin])
        await expect(
          saveBulkMessage(context, { id: bulk.id, version: 1, content: bulkContent() }),
        ).rejects.toMatchObject({
          code: "not-found",
        })
    })
    it("a standard message of an administration that none of its cases lies in, by its id", async () => {
      const world = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const author = await makeUser(house, world.organisationId)
      const bulk = await openBulk(author, (await makeInvoices(house, world, 1)).ids)
      const admin = await makeUser(house, world.organisationId, { right: "administrator" })
      const { id } = await makeStandardMessage(admin, elsewhere, { description: "Theirs" })
      const content = bulkContent({ standardMessageId: id })
      const saved = await saveBulkMessage(author, { id: bulk.id, version: 1, content })
      expect(saved.content.standardMessageId).toBeNull()
      expect(saved.name).not.toContain("Theirs")
    })
    it("what is written from a relation that is unlinked meanwhile: it stays, and is said to be left out", async () => {
      const { world, bulk } = await opened()
      const relation = await makeRelation(house, world.organisationId, {
        name: "Deloo",
        administrationIds: [world.administrationId],
      })
      const cc = [{ kind: "relation" as const, relationId: relation.id }]
      const content = bulkContent({ cc, names: { [relation.id]: "Deloo" }, texts: text("<p>a</p>") })
      await saveBulkMessage(world.standard, { id: bulk.id, version: 1, content })
      await house.database.owner
        .delete(relationAdministrations)
        .where(eq(relationAdministrations.relationId, relation.id))
      const saved = await saveBulkMessage(world.standard, { id: bulk.id, version: 2, content })
      expect(saved.warnings).toEqual([{ kind: "left-out-recipient", name: "Deloo" }])
    })
  })
})

import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { changeBulkCases } from "@casepost/backend/bulk-messages/cases/change-bulk-cases"
import { undoBulkMessage } from "@casepost/backend/bulk-messages/running/undo-bulk-message"
import { sendBulkMessage } from "@casepost/backend/bulk-messages/send-bulk-message"
import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { makeInvoices, openBulk } from "../../support/bulk-messages.ts"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeUser, makeWorld } from "../../support/make.ts"

const written = (subject: string, bodyHtml: string) => ({ texts: [{ language: "en" as const, subject, bodyHtml }] })

describe("send-bulk-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function opened(changes = {}, count = 2) {
    const world = await makeWorld(house)
    const { ids } = await makeInvoices(house, world, count)
    return { world, ids, bulk: await openBulk(world.standard, ids, changes) }
  }

  describe("does", () => {
    it("holds it for ten seconds", async () => {
      const { world, bulk } = await opened()
      house.setNow(new Date("2026-11-23T09:20:00Z"))
      const sent = await sendBulkMessage(world.standard, { id: bulk.id, version: 1 })
      house.setNow(undefined)
      expect(sent).toMatchObject({ id: bulk.id, state: "held", leavesAt: "2026-11-23T09:20:10.000Z", messages: 2 })
    })
    it("schedules it", async () => {
      const { world, bulk } = await opened()
      const sendAt = new Date(Date.now() + 86_400_000).toISOString()
      const sent = await sendBulkMessage(world.standard, { id: bulk.id, version: 1, sendAt })
      expect(sent).toMatchObject({ state: "scheduled", leavesAt: sendAt })
    })
    it("takes as many statements for many cases as for few", async () => {
      const few = await opened({}, 2)
      const many = await opened({}, 400)
      const statements = ({ world, bulk }: typeof few) =>
        countQueries(world.standard, counted => sendBulkMessage(counted, { id: bulk.id, version: 1 }))
      expect(await statements(many)).toBe(await statements(few))
    })
    it("claims the uploads, and gives them back when it is taken back", async () => {
      const { world, ids } = await opened()
      const file = await uploadAttachment(world.standard, { name: "a.txt", bytes: new TextEncoder().encode("a") })
      const bulk = await openBulk(world.standard, ids, { attachmentIds: [file.id] })
      const owner = async () => {
        const [row] = await house.database.owner.select().from(attachments).where(eq(attachments.id, file.id))
        return row?.ownerKind
      }
      await sendBulkMessage(world.standard, { id: bulk.id, version: 1 })
      expect(await owner()).toBe("bulk-message")
      await undoBulkMessage(world.standard, bulk.id)
      expect(await owner()).toBe("upload")
    })
  })

  describe("refuses", () => {
    it("a text without a subject or without words, an unknown placeholder, an old version, a moment that has passed", async () => {
      const { world, bulk } = await opened()
      const send = (more = {}) => sendBulkMessage(world.standard, { id: bulk.id, version: 1, ...more })
      await expect(send({ version: 2 })).rejects.toMatchObject({ code: "stale-draft" })
      await expect(send({ sendAt: "2020-01-01T00:00:00.000Z" })).rejects.toMatchObject({ code: "invalid" })
      const { ids } = await makeInvoices(house, world, 1)
      const of = async (subject: string, bodyHtml: string) => {
        const { id } = await openBulk(world.standard, ids, written(subject, bodyHtml))
        return sendBulkMessage(world.standard, { id, version: 1 })
      }
      await expect(of("", "<p>Hi</p>")).rejects.toMatchObject({ fields: [{ path: "content.texts.0.subject" }] })
      await expect(of("Hi", "<p> </p>")).rejects.toMatchObject({ fields: [{ path: "content.texts.0.bodyHtml" }] })
      await expect(of("", "")).rejects.toMatchObject({ code: "invalid" })
      await expect(of("Hi {{nobody.knows}}", "<p>Hi</p>")).rejects.toMatchObject({ code: "placeholder-unknown" })
    })
    it("one of which no message would go out", async () => {
      const { world, bulk } = await opened()
      await changeBulkCases(world.standard, { id: bulk.id, takenOut: true })
      await expect(sendBulkMessage(world.standard, { id: bulk.id, version: 1 })).rejects.toMatchObject({
        code: "invalid",
      })
    })
    it("files that are not hers to send", async () => {
      const { world, ids } = await opened()
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: new TextEncoder().encode("a") })
      const bulk = await openBulk(world.standard, ids, { attachmentIds: [file.id] })
      await expect(sendBulkMessage(world.standard, { id: bulk.id, version: 1 })).rejects.toMatchObject({
        code: "attachment-refused",
      })
    })
    it("to send without a provider, and loses nothing", async () => {
      const { world, bulk } = await opened()
      const off = {
        ...world.standard,
        config: { ...house.config, local: false, resend: { ...house.config.resend, apiKey: undefined } },
      }
      await expect(sendBulkMessage(off, { id: bulk.id, version: 1 })).rejects.toMatchObject({ code: "sending-off" })
    })
  })

  describe("protects", () => {
    it("against sending twice: the second is the same bulk message, held to the same moment", async () => {
      const { world, bulk } = await opened()
      const [one, other] = await Promise.all(
        [1, 2].map(() => sendBulkMessage(world.standard, { id: bulk.id, version: 1 })),
      )
      expect(other).toEqual(one)
      expect(await sendBulkMessage(world.standard, { id: bulk.id, version: 1 })).toMatchObject({
        leavesAt: one?.leavesAt,
      })
      const rows = await house.database.owner
        .select()
        .from(bulkMessages)
        .where(eq(bulkMessages.organisationId, world.organisationId))
      expect(rows).toHaveLength(1)
    })
    it("what somebody else is writing", async () => {
      const { world, bulk } = await opened()
      const colleague = await makeUser(house, world.organisationId, { right: "administrator" })
      await expect(sendBulkMessage(colleague, { id: bulk.id, version: 1 })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

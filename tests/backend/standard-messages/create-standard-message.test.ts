import { readAttachment } from "@casepost/backend/attachments/read-attachment"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { audit } from "@casepost/backend/audit/tables"
import { createStandardMessage } from "@casepost/backend/standard-messages/create-standard-message"
import { listStandardMessages } from "@casepost/backend/standard-messages/list-standard-messages"
import { standardMessages } from "@casepost/backend/standard-messages/tables"
import { mostMailBytes } from "@casepost/shared/attachments"
import { StandardMessage } from "@casepost/shared/standard-messages"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { openTestHouse } from "../../support/house.ts"
import { makeAdministration, makeKey, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"
import { makeStandardMessage, standardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
const db = house.database.owner
let world: World
beforeEach(async () => {
  world = await makeWorld(house)
})
const create = (values: Parameters<typeof standardMessage>[0] = {}, by = world.admin) =>
  makeStandardMessage(by, world.administrationId, values)
const file = (by = world.admin) => uploadAttachment(by, { name: "Payment-details.txt", bytes: Buffer.from("NL00") })

describe("create-standard-message", () => {
  describe("does", () => {
    it("keep description, texts, default recipients, files and the invoice PDF's mark", async () => {
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const colleague = world.standard.actor as { userId: string }
      const upload = await file()
      const made = StandardMessage.parse(
        await create({
          texts: [
            { language: "en", subject: "  ", bodyHtml: "<p>Dear {{contact.name|you}}</p>" },
            { language: "nl", subject: "Factuur {{invoice.number}}", bodyHtml: "<p>Beste</p>" },
          ],
          cc: [{ kind: "relation", relationId: relation.id }],
          bcc: [
            { kind: "colleague", userId: colleague.userId },
            { kind: "typed", address: "archive@vdmbouw.example" },
          ],
          attachmentIds: [upload.id],
          attachInvoicePdf: true,
        }),
      )
      expect(made).toMatchObject({
        administrationId: world.administrationId,
        description: "Second reminder, friendly",
        texts: [
          { language: "nl", subject: "Factuur {{invoice.number}}", bodyHtml: "<p>Beste</p>" },
          { language: "en", subject: null, bodyHtml: "<p>Dear {{contact.name|you}}</p>" },
        ],
        cc: [{ name: relation.name, available: true, recipient: { kind: "relation", relationId: relation.id } }],
        bcc: [
          { name: "Sanne de Wit", available: true },
          { name: "archive@vdmbouw.example", available: true },
        ],
        attachments: [upload],
        attachInvoicePdf: true,
        uses: 0,
        lastUsedAt: null,
        archivedAt: null,
        usedIn: { drafts: 0, scheduled: 0, bulkMessages: 0 },
        version: 1,
      })
    })
    it("offer it at once, to everybody with a right there, and show its file to them", async () => {
      const made = await create({ attachmentIds: [(await file()).id] })
      const asked = { administrationId: world.administrationId, search: "", archived: "false" as const }
      const { standardMessages } = await listStandardMessages(world.restricted, asked)
      expect(standardMessages.map(one => one.id)).toEqual([made.id])
      const read = await readAttachment(world.restricted, made.attachments[0]?.id ?? "")
      expect(read.name).toBe("Payment-details.txt")
    })
    it("take a key of the administration, and write the audit log", async () => {
      const made = await create({}, makeKey(house, world.organisationId, [world.administrationId]))
      const [line] = await db.select().from(audit).where(eq(audit.subjectId, made.id))
      expect(line).toMatchObject({
        deed: "createStandardMessage",
        actorKind: "api-key",
        administrationId: world.administrationId,
        detail: { description: made.description, languages: ["en"] },
      })
    })
    it("copy somebody in once, who stands in CC and BCC", async () => {
      const typed = { kind: "typed" as const, address: "archive@vdmbouw.example" }
      const made = await create({ cc: [typed, typed], bcc: [typed] })
      expect([made.cc.length, made.bcc.length]).toEqual([1, 0])
    })
  })

  describe("refuses", () => {
    it("what is no placeholder, and names the place", async () => {
      const texts = [
        { language: "nl" as const, subject: "{{nope}}", bodyHtml: "<p>a</p>" },
        { language: "en" as const, subject: null, bodyHtml: "<p>{{invoice.<em>number</em>}} {{user.name}}</p>" },
      ]
      await expect(create({ texts })).rejects.toMatchObject({
        code: "placeholder-unknown",
        fields: [
          { path: "texts.0.subject", detail: expect.stringContaining("{{nope}}") },
          { path: "texts.1.bodyHtml", detail: expect.stringContaining("{{invoice.number}}") },
        ],
      })
      expect(
        await db.select().from(standardMessages).where(eq(standardMessages.organisationId, world.organisationId)),
      ).toEqual([])
    })
    it("a text without words, a language twice, and a subject of several lines", async () => {
      const text = { language: "en" as const, subject: null, bodyHtml: "<p>a</p>" }
      const wrong = (texts: object[]) => create({ texts } as never)
      await expect(wrong([{ ...text, bodyHtml: "<p> <br></p>" }])).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "texts.0.bodyHtml" }],
      })
      await expect(wrong([text, text])).rejects.toMatchObject({ fields: [{ path: "texts.1.language" }] })
      await expect(wrong([{ ...text, subject: "a\r\nBcc: b" }])).rejects.toMatchObject({
        fields: [{ path: "texts.0.subject" }],
      })
    })
    it("relations and colleagues who are not of this administration", async () => {
      const elsewhere = await makeRelation(house, world.organisationId)
      const without = await makeUser(house, world.organisationId, { right: "none" })
      const cc = [{ kind: "relation" as const, relationId: elsewhere.id }]
      const bcc = [{ kind: "colleague" as const, userId: (without.actor as { userId: string }).userId }]
      await expect(create({ cc, bcc })).rejects.toMatchObject({
        code: "relation-unavailable",
        fields: [{ path: "cc.0" }, { path: "bcc.0" }],
      })
    })
    it("a description that is taken here, whatever its case; elsewhere and of an archived one it is free", async () => {
      const made = await create()
      await expect(create({ description: "SECOND reminder, friendly" })).rejects.toMatchObject({
        code: "already-exists",
        fields: [{ path: "description" }],
      })
      const elsewhere = await makeAdministration(house, world.organisationId)
      const admin = await makeUser(house, world.organisationId, { right: "administrator" })
      await expect(makeStandardMessage(admin, elsewhere)).resolves.toMatchObject({ version: 1 })
      await db.update(standardMessages).set({ archivedAt: new Date() }).where(eq(standardMessages.id, made.id))
      await expect(create()).resolves.toMatchObject({ version: 1 })
    })
    it("uploads of somebody else, and files that are more than a mail can carry", async () => {
      const theirs = await file(world.standard)
      await expect(create({ attachmentIds: [theirs.id, "nope"] })).rejects.toMatchObject({
        code: "attachment-refused",
        fields: [{ path: "attachmentIds.0" }],
      })
      const large = await file()
      await db.update(attachments).set({ size: mostMailBytes }).where(eq(attachments.id, large.id))
      await expect(create({ attachmentIds: [large.id, (await file()).id] })).rejects.toMatchObject({
        code: "too-large",
      })
    })
  })

  describe("protects", () => {
    it("the administration from everybody but its administrators", async () => {
      const outsider = await makeWorld(house)
      for (const by of [world.standard, world.restricted])
        await expect(create({}, by)).rejects.toMatchObject({ code: "not-allowed" })
      await expect(create({}, outsider.admin)).rejects.toMatchObject({ code: "not-found" })
    })
    it("readers from scripts and from links that only a placeholder makes", async () => {
      const bodyHtml = '<p onclick="x()">a<script>x()</script> <a href="casepost:portal">b</a></p>'
      const made = await create({ texts: [{ language: "en", subject: null, bodyHtml }] })
      expect(made.texts[0]?.bodyHtml).toBe("<p>a <a>b</a></p>")
    })
    it("one description from two who save it at the same moment", async () => {
      const both = await Promise.allSettled(
        [1, 2].map(() =>
          createStandardMessage(world.admin, { ...standardMessage(), administrationId: world.administrationId }),
        ),
      )
      expect(both.map(one => one.status).toSorted()).toEqual(["fulfilled", "rejected"])
    })
  })
})

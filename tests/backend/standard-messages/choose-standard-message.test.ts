import { memberships } from "@casepost/backend/access/tables"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { contacts } from "@casepost/backend/cases/tables"
import { previewMessage } from "@casepost/backend/delivery/email/preview-message"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { administrations } from "@casepost/backend/organisations/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { archiveStandardMessage } from "@casepost/backend/standard-messages/archive-standard-message"
import { chooseStandardMessage } from "@casepost/backend/standard-messages/choose-standard-message"
import type { Language } from "@casepost/shared/organisations"
import { ChosenStandardMessage } from "@casepost/shared/standard-messages"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { type FullCase, makeFullCase } from "../../support/full-case.ts"
import { openTestHouse } from "../../support/house.ts"
import { makeAdministration, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"
import { makeStandardMessage, type standardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
const db = house.database.owner
let full: FullCase
let world: World
beforeEach(async () => {
  full = await makeFullCase(house)
  world = full.world
})
const make = (values: Parameters<typeof standardMessage>[0] = {}) =>
  makeStandardMessage(world.admin, world.administrationId, values)
const inLanguages = (...languages: Language[]) => ({
  texts: languages.map(language => ({ language, subject: null, bodyHtml: `<p>${language}</p>` })),
})
const choose = async (id: string, language?: Language, by = world.restricted) =>
  ChosenStandardMessage.parse(await chooseStandardMessage(by, { id, caseRef: full.refs.invoice, language }))
const speaks = (language: string | null) =>
  db.update(contacts).set({ language }).where(eq(contacts.customerId, full.customerId))

describe("choose-standard-message", () => {
  describe("does", () => {
    it("give subject and text as they are written, with people, their names and files", async () => {
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const colleague = world.standard.actor as { userId: string; name: string }
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: Buffer.from("a") })
      const made = await make({
        cc: [{ kind: "relation", relationId: relation.id }],
        bcc: [
          { kind: "colleague", userId: colleague.userId },
          { kind: "typed", address: "els@x.example", name: "Els" },
        ],
        attachmentIds: [file.id],
      })
      expect(await choose(made.id)).toEqual({
        id: made.id,
        description: made.description,
        language: "en",
        fallbackFrom: null,
        subject: "Invoice {{invoice.number}} is still open",
        bodyHtml: "<p>Dear {{contact.salutation|Sir or Madam}},</p><p>Please pay {{invoice.openAmount}}.</p>",
        cc: [{ kind: "relation", relationId: relation.id }],
        bcc: [
          { kind: "colleague", userId: colleague.userId },
          { kind: "typed", address: "els@x.example", name: "Els" },
        ],
        names: { [relation.id]: relation.name, [colleague.userId]: colleague.name, "els@x.example": "Els" },
        leftOut: [],
        attachments: [file],
        invoicePdf: null,
        invoicePdfMissing: false,
      })
    })
    it("take the customer's language, else the fallback's, else the default's, else any, and say which was missing", async () => {
      await db
        .update(administrations)
        .set({ defaultLanguage: "nl", fallbackLanguage: "en" })
        .where(eq(administrations.id, world.administrationId))
      const all = await make({ description: "all", ...inLanguages("nl", "en", "de", "fr") })
      const some = await make({ description: "some", ...inLanguages("nl", "en") })
      const dutch = await make({ description: "dutch", ...inLanguages("nl") })
      const german = await make({ description: "german", ...inLanguages("de") })
      const got = async (id: string, asked?: Language) => {
        const { language, bodyHtml, fallbackFrom } = await choose(id, asked)
        expect(bodyHtml).toBe(`<p>${language}</p>`)
        return [language, fallbackFrom]
      }
      await speaks("fr")
      expect(await got(all.id)).toEqual(["fr", null])
      expect(await got(some.id)).toEqual(["en", "fr"])
      expect(await got(dutch.id)).toEqual(["nl", "fr"])
      expect(await got(german.id)).toEqual(["de", "fr"])
      await speaks(null)
      expect(await got(all.id)).toEqual(["nl", null])
    })
    it("take the language that is asked for, where it has one", async () => {
      const made = await make(inLanguages("nl", "en", "de"))
      expect(await choose(made.id, "de")).toMatchObject({ language: "de", fallbackFrom: null })
      await speaks("fr")
      expect(await choose(made.id, "de")).toMatchObject({ language: "de", fallbackFrom: null })
      expect(await choose(made.id, "fr")).toMatchObject({ language: "en", fallbackFrom: "fr" })
    })
    it("leave out by name who is no longer available here", async () => {
      const [deleted, unlinked, there] = [
        await makeRelation(house, world.organisationId, {
          name: "Deleted",
          administrationIds: [world.administrationId],
        }),
        await makeRelation(house, world.organisationId, {
          name: "Unlinked",
          administrationIds: [world.administrationId],
        }),
        await makeRelation(house, world.organisationId, { name: "There", administrationIds: [world.administrationId] }),
      ]
      const colleague = (await makeUser(house, world.organisationId, { name: "Left" })).actor as { userId: string }
      const made = await make({
        cc: [deleted, unlinked, there].map(({ id }) => ({ kind: "relation" as const, relationId: id })),
        bcc: [{ kind: "colleague", userId: colleague.userId }],
      })
      await db.delete(relations).where(eq(relations.id, deleted.id))
      await db.delete(relationAdministrations).where(eq(relationAdministrations.relationId, unlinked.id))
      await db.update(memberships).set({ disabledAt: new Date() }).where(eq(memberships.userId, colleague.userId))
      const chosen = await choose(made.id)
      expect(chosen.leftOut).toEqual(["Deleted", "Unlinked", "Left"])
      expect([chosen.cc, chosen.bcc]).toEqual([[{ kind: "relation", relationId: there.id }], []])
      expect(chosen.names).toEqual({ [there.id]: "There" })
    })
    it("bring the invoice's own PDF where it asks for it, and say where there is none", async () => {
      const made = await make({ attachInvoicePdf: true })
      expect(await choose(made.id)).toMatchObject({ invoicePdf: null, invoicePdfMissing: true })
      const pdf = await uploadAttachment(world.admin, { name: "VF.txt", bytes: Buffer.from("VF") })
      await db
        .update(attachments)
        .set({ ownerKind: "invoice", ownerId: full.invoiceId })
        .where(eq(attachments.id, pdf.id))
      expect(await choose(made.id)).toMatchObject({ invoicePdf: pdf, invoicePdfMissing: false })
      const ofMatter = await chooseStandardMessage(world.restricted, { id: made.id, caseRef: full.refs.matter })
      expect(ofMatter).toMatchObject({ invoicePdf: null, invoicePdfMissing: true })
    })
    it("share its files with whoever sends it, thousands of times, without another upload", async () => {
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: Buffer.from("a") })
      const made = await make({ attachmentIds: [file.id] })
      const { attachments: files } = await choose(made.id)
      const message = writing(full.refs.invoice, {
        attachmentIds: files.map(each => each.id),
        standardMessageId: made.id,
      })
      expect((await previewMessage(world.standard, message)).emailHtml).toContain("a.txt")
      for (const sender of [world.standard, world.admin, world.standard]) {
        const { id } = await sendMessage(sender, message)
        const rows = await db.select().from(attachments).where(eq(attachments.ownerId, id))
        expect(rows.map(row => row.name)).toEqual(["a.txt"])
      }
      expect((await choose(made.id)).attachments).toEqual(files)
    })
  })

  describe("refuses", () => {
    it("an archived one, one of another administration than the case, and ids that are none", async () => {
      const made = await make()
      await archiveStandardMessage(world.admin, { id: made.id, archived: true })
      await expect(choose(made.id)).rejects.toMatchObject({ code: "not-found" })
      const elsewhere = await makeAdministration(house, world.organisationId)
      const admin = await makeUser(house, world.organisationId, { right: "administrator" })
      const other = await makeStandardMessage(admin, elsewhere)
      await expect(choose(other.id, undefined, admin)).rejects.toMatchObject({ code: "not-found" })
      await expect(choose("nope")).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("it from whoever has no right there", async () => {
      const made = await make()
      const outsider = await makeWorld(house)
      const noRight = await makeUser(house, world.organisationId, { right: "none" })
      for (const by of [outsider.admin, noRight])
        await expect(choose(made.id, undefined, by)).rejects.toMatchObject({ code: "not-found" })
    })
    it("its files from being sent to the customers of another administration", async () => {
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: Buffer.from("a") })
      const made = await make({ attachmentIds: [file.id] })
      const elsewhere = await makeFullCase(house)
      const message = writing(elsewhere.refs.invoice, { attachmentIds: made.attachments.map(each => each.id) })
      await expect(sendMessage(elsewhere.world.admin, message)).rejects.toMatchObject({ code: "attachment-refused" })
    })
  })
})

import { forgetUnclaimedUploads } from "@casepost/backend/attachments/forget-unclaimed"
import { readAttachment } from "@casepost/backend/attachments/read-attachment"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { audit } from "@casepost/backend/audit/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { chooseStandardMessage } from "@casepost/backend/standard-messages/choose-standard-message"
import { getStandardMessage } from "@casepost/backend/standard-messages/get-standard-message"
import { saveStandardMessage } from "@casepost/backend/standard-messages/save-standard-message"
import { and, eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { openTestHouse } from "../../support/house.ts"
import { makeCustomer, makeRelation, makeWorld, type World } from "../../support/make.ts"
import { sendAndLeave, writing } from "../../support/messages.ts"
import { makeStandardMessage, standardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
const db = house.database.owner
let world: World
beforeEach(async () => {
  world = await makeWorld(house)
})
const make = (values: Parameters<typeof standardMessage>[0] = {}) =>
  makeStandardMessage(world.admin, world.administrationId, values)
const save = (
  of: { id: string; version: number },
  values: Parameters<typeof standardMessage>[0] = {},
  by = world.admin,
) => saveStandardMessage(by, { ...standardMessage(values), id: of.id, version: of.version })
const file = (name = "Payment-details.txt") => uploadAttachment(world.admin, { name, bytes: Buffer.from(name) })

describe("save-standard-message", () => {
  describe("does", () => {
    it("put texts, recipients and files in the place of those it had, and count the version", async () => {
      const made = await make({ cc: [{ kind: "typed", address: "a@vdmbouw.example" }] })
      const upload = await file()
      const saved = await save(made, {
        description: "Last reminder",
        texts: [{ language: "de", subject: null, bodyHtml: "<p>Guten Tag</p>" }],
        bcc: [{ kind: "typed", address: "b@vdmbouw.example", name: "Archive" }],
        attachmentIds: [upload.id],
        attachInvoicePdf: true,
      })
      expect(saved).toMatchObject({
        id: made.id,
        description: "Last reminder",
        texts: [{ language: "de", subject: null, bodyHtml: "<p>Guten Tag</p>" }],
        cc: [],
        bcc: [{ name: "Archive" }],
        attachments: [upload],
        attachInvoicePdf: true,
        version: 2,
      })
      expect(await getStandardMessage(world.restricted, made.id)).toEqual(saved)
      const [line] = await db
        .select()
        .from(audit)
        .where(and(eq(audit.subjectId, made.id), eq(audit.deed, "saveStandardMessage")))
      expect(line?.detail).toMatchObject({
        changed: {
          description: { from: made.description, to: "Last reminder" },
          files: { to: ["Payment-details.txt"] },
        },
        textChanged: true,
      })
    })
    it("keep default recipients that are no longer available, by the name they had", async () => {
      const gone = await makeRelation(house, world.organisationId, {
        name: "Old Bailiffs",
        administrationIds: [world.administrationId],
      })
      const unlinked = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const cc = [gone, unlinked].map(({ id }) => ({ kind: "relation" as const, relationId: id }))
      const made = await make({ cc })
      await db.delete(relations).where(eq(relations.id, gone.id))
      await db.delete(relationAdministrations).where(eq(relationAdministrations.relationId, unlinked.id))
      const saved = await save(made, { cc })
      expect(saved.cc.map(({ name, available }) => [name, available])).toEqual([
        ["Old Bailiffs", false],
        [unlinked.name, false],
      ])
    })
    it("order the files as they are given", async () => {
      const [one, other] = [await file("1.txt"), await file("2.txt")]
      const made = await make({ attachmentIds: [one.id, other.id] })
      const saved = await save(made, { attachmentIds: [other.id, one.id] })
      expect(saved.attachments.map(each => each.name)).toEqual(["2.txt", "1.txt"])
    })
    it("take a file out without taking it from messages that were sent with it", async () => {
      const upload = await file()
      const made = await make({ attachmentIds: [upload.id] })
      const customer = await makeCustomer(house, world)
      const caseRef = { kind: "customer" as const, id: customer.id }
      const chosen = await chooseStandardMessage(world.standard, { id: made.id, caseRef })
      const attachmentIds = chosen.attachments.map(each => each.id)
      const sent = []
      for (let times = 0; times < 3; times++)
        sent.push(await sendAndLeave(house, world.standard, writing(caseRef, { attachmentIds })))
      await save(made, { attachmentIds: [] })
      await db
        .update(attachments)
        .set({ createdAt: new Date("2026-01-01") })
        .where(eq(attachments.id, upload.id))
      await forgetUnclaimedUploads(house)
      expect(await db.select().from(attachments).where(eq(attachments.id, upload.id))).toEqual([])
      for (const { id } of sent) {
        const [kept] = await db.select().from(attachments).where(eq(attachments.ownerId, id))
        expect((await readAttachment(world.restricted, kept?.id ?? "")).bytes).toEqual(
          new Uint8Array(Buffer.from("Payment-details.txt")),
        )
      }
    })
    it("keep its files when uploads that nobody sent are thrown away", async () => {
      const made = await make({ attachmentIds: [(await file()).id] })
      const id = made.attachments[0]?.id ?? ""
      await db
        .update(attachments)
        .set({ createdAt: new Date("2026-01-01") })
        .where(eq(attachments.id, id))
      await forgetUnclaimedUploads(house)
      expect((await readAttachment(world.restricted, id)).name).toBe("Payment-details.txt")
    })
  })

  describe("refuses", () => {
    it("a version somebody else saved over meanwhile, and overwrites nothing", async () => {
      const made = await make()
      const theirs = await save(made, { description: "Theirs" })
      await expect(save(made, { description: "Mine" })).rejects.toMatchObject({ code: "stale-draft" })
      expect(await getStandardMessage(world.admin, made.id)).toEqual(theirs)
    })
    it("the description of another one, but not its own", async () => {
      const made = await make()
      await make({ description: "Taken" })
      await expect(save(made, { description: "taken" })).rejects.toMatchObject({ code: "already-exists" })
      await expect(save(made, { description: "second REMINDER, friendly" })).resolves.toMatchObject({ version: 2 })
    })
    it("unknown placeholders, new people from elsewhere and files of another one", async () => {
      const made = await make()
      const other = await make({ description: "Other", attachmentIds: [(await file()).id] })
      const texts = [{ language: "en" as const, subject: "{{user.phone}}", bodyHtml: "<p>a</p>" }]
      await expect(save(made, { texts })).rejects.toMatchObject({
        code: "placeholder-unknown",
        fields: [{ path: "texts.0.subject" }],
      })
      const elsewhere = await makeRelation(house, world.organisationId)
      await expect(save(made, { cc: [{ kind: "relation", relationId: elsewhere.id }] })).rejects.toMatchObject({
        code: "relation-unavailable",
      })
      const attachmentIds = other.attachments.map(each => each.id)
      await expect(save(made, { attachmentIds })).rejects.toMatchObject({ code: "attachment-refused" })
      expect((await getStandardMessage(world.admin, made.id)).version).toBe(1)
    })
  })

  describe("protects", () => {
    it("it from everybody but administrators there", async () => {
      const made = await make()
      for (const by of [world.standard, world.restricted])
        await expect(save(made, {}, by)).rejects.toMatchObject({ code: "not-allowed" })
      const outsider = await makeWorld(house)
      await expect(save(made, {}, outsider.admin)).rejects.toMatchObject({ code: "not-found" })
    })
    it("one of two saves at the same moment from the other", async () => {
      const made = await make()
      const both = await Promise.allSettled([save(made, { description: "a" }), save(made, { description: "b" })])
      expect(both.map(one => one.status).toSorted()).toEqual(["fulfilled", "rejected"])
    })
  })
})

import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { newId } from "@casepost/backend/columns"
import { listStandardMessages } from "@casepost/backend/standard-messages/list-standard-messages"
import { standardMessages, standardMessageTexts } from "@casepost/backend/standard-messages/tables"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse } from "../../support/house.ts"
import { makeAdministration, makeWorld, type World } from "../../support/make.ts"
import { makeStandardMessage, type standardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
const db = house.database.owner
let world: World
beforeEach(async () => {
  world = await makeWorld(house)
})
const make = (values: Parameters<typeof standardMessage>[0]) =>
  makeStandardMessage(world.admin, world.administrationId, values)
const list = async (values: { search?: string; archived?: "true" | "false" } = {}, by = world.restricted) =>
  (
    await listStandardMessages(by, {
      administrationId: world.administrationId,
      search: "",
      archived: "false",
      ...values,
    })
  ).standardMessages
const described = async (values: Parameters<typeof list>[0]) => (await list(values)).map(one => one.description)

describe("list-standard-messages", () => {
  describe("does", () => {
    it("name the last used first, then by description, with what a chooser shows", async () => {
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: Buffer.from("a") })
      await make({ description: "zebra" })
      await make({ description: "Apple" })
      const [early, late] = [
        await make({ description: "Early" }),
        await make({
          description: "Late",
          texts: [
            { language: "fr", subject: null, bodyHtml: "<p>Bonjour &amp; <strong>merci</strong>,</p><p>nous</p>" },
            { language: "nl", subject: "Factuur {{invoice.number}}", bodyHtml: `<p>${"lang ".repeat(200)}</p>` },
          ],
          cc: [{ kind: "typed", address: "a@x.example" }],
          bcc: [{ kind: "typed", address: "b@x.example" }],
          attachmentIds: [file.id],
          attachInvoicePdf: true,
        }),
      ]
      const used = (id: string, lastUsedAt: Date) =>
        db.update(standardMessages).set({ lastUsedAt, uses: 3 }).where(eq(standardMessages.id, id))
      await used(early.id, new Date("2026-11-01T10:00:00Z"))
      await used(late.id, new Date("2026-11-02T10:00:00Z"))
      const all = await list()
      expect(all.map(one => one.description)).toEqual(["Late", "Early", "Apple", "zebra"])
      expect(all[0]).toMatchObject({
        id: late.id,
        texts: [
          { language: "nl", subject: "Factuur {{invoice.number}}", begins: expect.stringMatching(/^lang lang /) },
          { language: "fr", subject: null, begins: "Bonjour & merci , nous" },
        ],
        copies: 2,
        files: 1,
        attachInvoicePdf: true,
        uses: 3,
        lastUsedAt: "2026-11-02T10:00:00.000Z",
        archivedAt: null,
      })
      expect(all[0]?.texts[0]?.begins.length).toBe(160)
    })
    it("search every word in description, subjects and texts, but not in tags", async () => {
      await make({ description: "Friendly reminder" })
      await make({
        description: "Credit note",
        texts: [
          { language: "en", subject: "Your credit", bodyHtml: "<p>We <strong>owe</strong> you R&amp;D 100% of it</p>" },
        ],
      })
      expect(await described({ search: "REMIND" })).toEqual(["Friendly reminder"])
      expect(await described({ search: "credit owe" })).toEqual(["Credit note"])
      expect(await described({ search: "we owe you r&d" })).toEqual(["Credit note"])
      expect(await described({ search: "invoice.number" })).toEqual(["Friendly reminder"])
      expect(await described({ search: "strong" })).toEqual([])
      expect(await described({ search: "100%" })).toEqual(["Credit note"])
      expect(await described({ search: "1%0" })).toEqual([])
    })
    it("list archived ones where they are asked for", async () => {
      const made = await make({ description: "Old" })
      await make({ description: "New" })
      await db.update(standardMessages).set({ archivedAt: new Date() }).where(eq(standardMessages.id, made.id))
      expect(await described({})).toEqual(["New"])
      expect(await described({ archived: "true" })).toEqual(["Old"])
    })
    it("ask the database as often for 5,000 as for one, and list them all", async () => {
      const { organisationId, administrationId } = world
      const rows = Array.from({ length: 5_000 }, (_, place) => ({
        id: newId(),
        organisationId,
        administrationId,
        description: `Reminder ${place}`,
      }))
      const count = () => countQueries(world.restricted, context => list({}, context))
      await make({ description: "One" })
      const few = await count()
      for (let from = 0; from < rows.length; from += 1_000) {
        const some = rows.slice(from, from + 1_000)
        await db.insert(standardMessages).values(some)
        await db
          .insert(standardMessageTexts)
          .values(
            some.map(({ id }) => ({ organisationId, standardMessageId: id, language: "nl", bodyHtml: "<p>Beste</p>" })),
          )
      }
      expect(await count()).toBe(few)
      expect(await list()).toHaveLength(5_001)
      expect(await list({ search: "4999 beste" })).toHaveLength(1)
    })
  })

  describe("refuses", () => {
    it("an administration that is none", async () => {
      const asked = { administrationId: "nope", search: "", archived: "false" as const }
      await expect(listStandardMessages(world.admin, asked)).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("those of other administrations and organisations", async () => {
      await make({ description: "Ours" })
      const elsewhere = await makeAdministration(house, world.organisationId)
      const asked = { administrationId: elsewhere, search: "", archived: "false" as const }
      await expect(listStandardMessages(world.restricted, asked)).rejects.toMatchObject({ code: "not-found" })
      const outsider = await makeWorld(house)
      await expect(list({}, outsider.admin)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

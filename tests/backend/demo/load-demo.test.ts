import { users } from "@casepost/backend/access/tables"
import { caseWords, customers, invoices } from "@casepost/backend/cases/tables"
import { cleanHtml } from "@casepost/backend/clean-html"
import { demoTools } from "@casepost/backend/demo/demo-tools"
import { loadDemo } from "@casepost/backend/demo/load-demo"
import { messages } from "@casepost/backend/messages/tables"
import { notes, reminders } from "@casepost/backend/notes/tables"
import { organisations } from "@casepost/backend/organisations/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { chooseStandardMessage } from "@casepost/backend/standard-messages/choose-standard-message"
import { standardMessages, standardMessageTexts } from "@casepost/backend/standard-messages/tables"
import { languages } from "@casepost/shared/organisations"
import { unknownIn } from "@casepost/shared/placeholders"
import { count, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { contextOf, makeWorld } from "../../support/make.ts"

describe("loadDemo", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openLonelyHouse()
    expect(await loadDemo(house)).toBe(true)
  })
  afterAll(() => house.database.close())
  const db = () => house.database.owner
  const one = async (query: Promise<{ n: number }[]>) => (await query)[0]?.n

  describe("does", () => {
    it("loads 400 customers and 2,000 invoices, each found by search", async () => {
      expect(await one(db().select({ n: count() }).from(customers))).toBe(400)
      expect(await one(db().select({ n: count() }).from(invoices))).toBe(2000)
      expect(await one(db().select({ n: count() }).from(caseWords))).toBeGreaterThan(2400)
    })
    it("has a relation that is available nowhere", async () => {
      const rows = await db()
        .select({ name: relations.name, linked: relationAdministrations.administrationId })
        .from(relations)
        .leftJoin(relationAdministrations, eq(relationAdministrations.relationId, relations.id))
      expect(rows.filter(row => row.linked === null).map(row => row.name)).toEqual(["Wouda Advocaten"])
    })
    it("tells nothing that happens in the future", async () => {
      const rows = await db().select({ at: messages.createdAt }).from(messages)
      expect(rows.length).toBeGreaterThan(400)
      expect(rows.filter(row => row.at > house.now())).toEqual([])
    })
    it("has a note with a reminder that waits, and one that was done after its reminder", async () => {
      const rows = await db()
        .select({ reminder: reminders, note: notes })
        .from(reminders)
        .innerJoin(notes, eq(notes.id, reminders.noteId))
      expect(rows.filter(({ reminder }) => reminder.state === "scheduled")).toMatchObject([
        { note: { doneAt: null, mentions: [{ name: "Joost Bakker" }] } },
      ])
      for (const { reminder } of rows) expect(reminder.state === "scheduled").toBe(reminder.at > house.now())
      expect(rows.filter(({ note }) => note.doneAt !== null)).toMatchObject([{ reminder: { state: "delivered" } }])
    })
    it("has standard messages in every administration, without unknown placeholders, that bring people and files", async () => {
      const rows = await db()
        .select({ message: standardMessages, text: standardMessageTexts })
        .from(standardMessages)
        .innerJoin(standardMessageTexts, eq(standardMessageTexts.standardMessageId, standardMessages.id))
      expect(new Set(rows.map(row => row.message.administrationId)).size).toBe(3)
      expect(new Set(rows.map(row => row.text.language))).toEqual(new Set(languages))
      expect(rows.flatMap(({ text }) => unknownIn(text.subject ?? "", text.bodyHtml))).toEqual([])
      for (const { text } of rows) expect(cleanHtml(text.bodyHtml)).toBe(text.bodyHtml)
      const [admin] = await db().select().from(users).where(eq(users.email, "admin@demo.example"))
      const [organisation] = await db().select().from(organisations)
      const context = await contextOf(house, {
        userId: admin?.id ?? "",
        name: "Demo Admin",
        email: "admin@demo.example",
        organisationId: organisation?.id ?? "",
      })
      const second = rows.find(({ message }) => message.description === "Second reminder, friendly" && message.uses > 0)
      const [invoice] = await db().select().from(invoices).where(eq(invoices.number, "VF-2026-04183"))
      const chosen = await chooseStandardMessage(context, {
        id: second?.message.id ?? "",
        caseRef: { kind: "invoice", id: invoice?.id ?? "" },
      })
      expect(chosen).toMatchObject({
        subject: "Invoice {{invoice.number}} is still open",
        language: "en",
        leftOut: [],
        attachments: [{ name: "Payment-details.pdf" }],
        invoicePdf: { name: "VF-2026-04183.pdf" },
      })
      expect(Object.values(chosen.names)).toEqual(["Smit & Hoekstra Bailiffs"])
    })
    it("is what the demo tool shows", async () => {
      const tool = demoTools(house)
      expect(await (await tool.request("/demo/invoices/VF-2026-04183")).text()).toContain(
        "Jansen &amp; Zonen Aannemers B.V.",
      )
      expect(await (await tool.request("/demo/invoices")).text()).toContain("/demo/invoices/VF-2026-")
      expect(await (await tool.request("/demo/customers/10482")).text()).toContain("VF-2026-04183")
    })
  })
  describe("refuses", () => {
    it("to load a second time", async () => {
      expect(await loadDemo(house)).toBe(false)
      expect(await one(db().select({ n: count() }).from(customers))).toBe(400)
    })
  })
  describe("protects", () => {
    it("another organisation from the demo tool", async () => {
      const other = await makeWorld(house, "Somebody else")
      await db()
        .insert(customers)
        .values({ ...other, number: "99001", name: "Secret B.V." })
      const tool = demoTools(house)
      expect((await tool.request("/demo/customers/99001")).status).toBe(404)
    })
  })
})

import { contacts, customers, invoices, matters } from "@casepost/backend/cases/tables"
import type { Context } from "@casepost/backend/context"
import { previewMessage } from "@casepost/backend/delivery/email/preview-message"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { fillContent } from "@casepost/backend/messages/sending/fill-content"
import { messages } from "@casepost/backend/messages/tables"
import { administrations } from "@casepost/backend/organisations/tables"
import type { CaseRef } from "@casepost/shared/cases"
import { languages } from "@casepost/shared/organisations"
import { type PlaceholderName, placeholderNames, placeholders } from "@casepost/shared/placeholders"
import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { type FullCase, fullCasesAddress, kindsOf, makeFullCase } from "../../../support/full-case.ts"
import { openTestHouse } from "../../../support/house.ts"
import { makeKey } from "../../../support/make.ts"
import { writing } from "../../../support/messages.ts"

const house = await openTestHouse()
const db = house.database.owner

/** Takes one fact away from the case it is asked of; `lost` are all that are gone with it. */
type Loss = {
  kind: CaseRef["kind"]
  lose?: (full: FullCase) => Promise<unknown>
  asks?: (full: FullCase) => Context
  lost?: PlaceholderName[]
}
const customer = (values: Partial<typeof customers.$inferInsert>) => (full: FullCase) =>
  db.update(customers).set(values).where(eq(customers.id, full.customerId))
const contact = (values: Partial<typeof contacts.$inferInsert>) => (full: FullCase) =>
  db.update(contacts).set(values).where(eq(contacts.customerId, full.customerId))
const invoice = (values: Partial<typeof invoices.$inferInsert>) => (full: FullCase) =>
  db.update(invoices).set(values).where(eq(invoices.id, full.invoiceId))
const matter = (values: Partial<typeof matters.$inferInsert>) => (full: FullCase) =>
  db.update(matters).set(values).where(eq(matters.id, full.matterId))
const administration = (values: Partial<typeof administrations.$inferInsert>) => (full: FullCase) =>
  db.update(administrations).set(values).where(eq(administrations.id, full.world.administrationId))
const byKey = (full: FullCase) => makeKey(house, full.world.organisationId, [full.world.administrationId])
const paid = (full: FullCase) =>
  db.update(invoices).set({ state: "paid", openAmount: "0" }).where(eq(invoices.customerId, full.customerId))
const nothingOpen: PlaceholderName[] = ["case.openAmount", "openInvoices.table", "openInvoices.total"]
const ofInvoice = placeholderNames.filter(name => name.startsWith("invoice."))
const ofMatter = placeholderNames.filter(name => name.startsWith("matter."))
const ofOpen = placeholderNames.filter(name => name.startsWith("openInvoices."))

const losses: Record<Exclude<PlaceholderName, "portal.link">, Loss> = {
  "customer.name": { kind: "invoice", lose: customer({ name: " " }) },
  "customer.number": { kind: "invoice", lose: customer({ number: "\u200b" }) },
  "customer.street": { kind: "invoice", lose: customer({ street: null }) },
  "customer.postcode": { kind: "matter", lose: customer({ postcode: "" }) },
  "customer.city": { kind: "customer", lose: customer({ city: null }) },
  "contact.name": { kind: "invoice", lose: contact({ name: " " }) },
  "contact.salutation": { kind: "invoice", lose: contact({ salutation: null }) },
  "contact.address": { kind: "matter", lose: contact({ address: null }) },
  "case.number": { kind: "invoice", lose: invoice({ number: "" }), lost: ["case.number", "invoice.number"] },
  "case.openAmount": { kind: "customer", lose: paid, lost: nothingOpen },
  "invoice.number": { kind: "matter", lost: ofInvoice },
  "invoice.amount": { kind: "customer", lost: [...ofInvoice, ...ofMatter] },
  "invoice.openAmount": { kind: "matter", lost: ofInvoice },
  "invoice.date": { kind: "matter", lost: ofInvoice },
  "invoice.dueDate": { kind: "matter", lost: ofInvoice },
  "invoice.daysOverdue": { kind: "invoice", lose: invoice({ dueDate: "2099-01-01" }) },
  "matter.number": { kind: "invoice", lose: matter({ number: " " }) },
  "matter.description": { kind: "matter", lose: matter({ description: null }) },
  "matter.openedOn": { kind: "customer", lost: [...ofInvoice, ...ofMatter] },
  "openInvoices.table": { kind: "customer", lose: paid, lost: nothingOpen },
  "openInvoices.total": { kind: "matter", lose: paid, lost: nothingOpen },
  "openInvoices.count": { kind: "invoice", lost: ofOpen },
  "administration.name": { kind: "invoice", lose: administration({ senderName: " " }) },
  "administration.replyAddress": { kind: "invoice", lose: administration({ replyAddress: "" }) },
  "user.name": { kind: "invoice", asks: byKey, lost: ["user.name", "user.email"] },
  "user.email": { kind: "matter", asks: byKey, lost: ["user.name", "user.email"] },
}

/** All placeholders that a case of this kind can have, and those that are asked for beside. */
const textWith = (kind: CaseRef["kind"], lost: readonly PlaceholderName[], fallback = "") =>
  placeholderNames
    .filter(name => kindsOf(name).includes(kind) || lost.includes(name))
    .map(name => `<p>${placeholders[name]}: {{${name}${lost.includes(name) ? fallback : ""}}}</p>`)
    .join("")

describe("fill-content", () => {
  describe("does", () => {
    it.each(languages)(
      "every placeholder of every kind of case (%s), and keeps the text as it was written",
      async language => {
        const full = await makeFullCase(house, language)
        for (const kind of ["customer", "matter", "invoice"] as const) {
          const bodyHtml = textWith(kind, [])
          const subject = "About {{case.number}}, {{customer.name}}"
          const sent = await sendMessage(full.world.standard, writing(full.refs[kind], { subject, bodyHtml }))
          const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
          expect(row?.language).toBe(language)
          expect(row?.source).toEqual({ subject, bodyHtml })
          expect(row?.subject).toMatch(/^About \S+, Jansen & Zonen <Aannemers> B\.V\.$/)
          expect(`${row?.bodyHtml}${row?.bodyText}`).not.toMatch(/\{\{/)
          expect(row?.bodyHtml).toContain("Jansen &amp; Zonen &lt;Aannemers&gt; B.V.")
          expect(row?.bodyText).toContain("Jansen & Zonen <Aannemers> B.V.")
        }
      },
    )

    it("a text without placeholders as it stands, and keeps no source", async () => {
      const full = await makeFullCase(house)
      const sent = await sendMessage(full.world.standard, writing(full.refs.invoice))
      const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
      expect(row?.source).toBeNull()
    })

    it("values somebody filled in by hand before the facts", () => {
      const facts = { language: "en" as const, values: {} }
      const content = { subject: "For {{customer.city}}", bodyHtml: "<p>{{customer.city}}</p>" }
      const filled = fillContent({ ...content, facts, given: { "customer.city": "Delft <b>" } })
      expect(filled).toMatchObject({ subject: "For Delft <b>", bodyHtml: "<p>Delft &lt;b&gt;</p>", missing: [] })
    })

    it("cuts a subject that grew beyond 300 characters", () => {
      const facts = {
        language: "en" as const,
        values: { "customer.name": { kind: "text" as const, text: "x".repeat(400) } },
      }
      const { subject } = fillContent({ subject: "For {{customer.name}}", bodyHtml: "", facts })
      expect([subject.length, subject.at(-1)]).toEqual([300, "…"])
    })
  })

  describe("refuses", () => {
    it.each(Object.entries(losses) as [PlaceholderName, Loss][])(
      "a text for a case without %s: exactly what is missing is named, and with a fallback it goes",
      async (name, { kind, lose, asks, lost = [name] }) => {
        for (const language of languages) {
          const full = await makeFullCase(house, language)
          await lose?.(full)
          const sender = asks?.(full) ?? full.world.standard
          const message = writing(full.refs[kind], { bodyHtml: textWith(kind, lost) })
          const preview = await previewMessage(sender, message)
          expect(preview.missing.toSorted()).toEqual(lost.toSorted())
          const refused = await sendMessage(sender, message).catch(problem => problem)
          expect(refused.code).toBe("placeholder-missing")
          for (const one of placeholderNames) {
            const label = new RegExp(`(^|, | and |\\. )${placeholders[one]}(,| and | has| have)`)
            expect([one, label.test(refused.fields[0].detail)]).toEqual([one, lost.includes(one)])
          }
          expect(refused.fields).toEqual([{ path: "bodyHtml", detail: expect.any(String) }])
          await expect(
            sendMessage(sender, { ...message, bodyHtml: textWith(kind, lost, "|as agreed") }),
          ).resolves.toMatchObject({ state: "held" })
        }
      },
    )

    it("a missing value in subject and text, each in its field", async () => {
      const full = await makeFullCase(house)
      const message = writing(full.refs.customer, {
        subject: "Invoice {{invoice.number}}",
        bodyHtml: "<p>{{matter.number}} {{invoice.dueDate}}</p>",
      })
      const refused = await sendMessage(full.world.standard, message).catch(problem => problem)
      expect(refused.fields).toEqual([
        { path: "subject", detail: expect.stringContaining("Invoice number has no value") },
        { path: "bodyHtml", detail: expect.stringContaining("Matter number and Due date have no value") },
      ])
    })

    it("what is no placeholder, before anything is written, and names it", async () => {
      const full = await makeFullCase(house)
      const of = (changes: object) => sendMessage(full.world.standard, writing(full.refs.invoice, changes))
      await expect(of({ bodyHtml: "<p>{{invoice.colour}}</p>" })).rejects.toMatchObject({
        code: "placeholder-unknown",
        message: expect.stringContaining("{{invoice.colour}}"),
        fields: [{ path: "bodyHtml", detail: expect.any(String) }],
      })
      await expect(of({ subject: "{{constructor}}" })).rejects.toMatchObject({
        code: "placeholder-unknown",
        fields: [{ path: "subject", detail: expect.any(String) }],
      })
      await expect(of({ bodyHtml: "<p>{{user.<em>name</em>}}</p>" })).rejects.toMatchObject({
        code: "placeholder-unknown",
      })
      const rows = await db.select().from(messages).where(eq(messages.customerId, full.customerId))
      expect(rows).toEqual([])
    })
  })

  describe("protects", () => {
    it("a text from a portal link that somebody typed", async () => {
      const full = await makeFullCase(house)
      const bodyHtml = '<p><a href="casepost:portal">here</a> <a href="CASEPOST:portal">there</a> {{user.name}}</p>'
      const sent = await sendMessage(full.world.standard, writing(full.refs.invoice, { bodyHtml }))
      const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
      expect(row?.bodyHtml).toBe("<p><a>here</a> <a>there</a> Sanne de Wit</p>")
    })

    it("typed tables from being kept: only a placeholder makes one", async () => {
      const full = await makeFullCase(house)
      const bodyHtml = "<table><tr><td>{{openInvoices.count}}</td></tr></table>"
      const sent = await sendMessage(full.world.standard, writing(full.refs.customer, { bodyHtml }))
      const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
      expect(row?.bodyHtml).toBe("2")
    })

    it("a value from being read again, whatever it looks like", async () => {
      const full = await makeFullCase(house)
      await customer({ name: "{{user.email}} {{nope}} <script>x()</script>" })(full)
      const sent = await sendMessage(
        full.world.standard,
        writing(full.refs.invoice, {
          to: [{ kind: "customer", address: fullCasesAddress }],
          subject: "{{customer.name}}",
          bodyHtml: "<p>{{customer.name}}</p>",
        }),
      )
      const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
      expect(row?.subject).toBe("{{user.email}} {{nope}} <script>x()</script>")
      expect(row?.bodyHtml).toBe("<p>{{user.email}} {{nope}} &lt;script&gt;x()&lt;/script&gt;</p>")
    })
  })
})

import { factsOfCases } from "@casepost/backend/cases/facts/facts-of-cases"
import { contacts } from "@casepost/backend/cases/tables"
import type { Context } from "@casepost/backend/context"
import type { CaseRef } from "@casepost/shared/cases"
import { mostInvoicesInTable } from "@casepost/shared/facts"
import { type PlaceholderName, placeholderNames } from "@casepost/shared/placeholders"
import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { countQueries } from "../../../support/count-queries.ts"
import { openTestHouse } from "../../../support/house.ts"
import { makeCustomer, makeInvoice, makeMatter, makeWorld, type World } from "../../../support/make.ts"

const house = await openTestHouse()
const now = new Date("2026-11-22T10:00:00Z")
const sender = { name: "Sanne de Wit", email: "sanne@vdmbouw.example" }

describe("factsOfCases", () => {
  describe("does", () => {
    it("says everything about an invoice with its customer, contact, open matter, administration and sender", async () => {
      const { world, customer, invoice } = await makeStory()
      const facts = await factsOf(world.standard, { kind: "invoice", id: invoice.id })
      expect(facts).toEqual({
        language: "nl",
        values: {
          "customer.name": text(customer.name),
          "customer.number": text(customer.number),
          "customer.street": text("Kade 1"),
          "customer.postcode": text("3011 AB"),
          "customer.city": text("Rotterdam"),
          "contact.name": text("Peter Jansen"),
          "contact.salutation": text("Mr Jansen"),
          "contact.address": text("peter@jansen.example"),
          "case.number": text(invoice.number),
          "case.openAmount": money("12480.50"),
          "invoice.number": text(invoice.number),
          "invoice.amount": money("12480.50"),
          "invoice.openAmount": money("12480.50"),
          "invoice.date": { kind: "date", date: "2026-09-17" },
          "invoice.dueDate": { kind: "date", date: "2026-10-17" },
          "invoice.daysOverdue": { kind: "count", count: 36 },
          "matter.number": text("M-7"),
          "matter.description": text("Collection"),
          "matter.openedOn": { kind: "date", date: "2026-10-20" },
          "administration.name": text("Van der Meer Bouwmaterialen"),
          "administration.replyAddress": text("antwoord@vdmbouw.example"),
          "user.name": text(sender.name),
          "user.email": text(sender.email),
          "portal.link": { kind: "portal-link" },
        },
      })
    })

    it("totals what is open of a customer per currency, credit notes included, and lists what is due first", async () => {
      const { world, place, customer, invoice } = await makeStory()
      await makeInvoice(house, place, { number: "CN-1", amount: "-80", openAmount: "-80", dueDate: "2026-10-01" })
      await makeInvoice(house, place, { number: "US-1", amount: "20", openAmount: "20", currency: "USD" })
      await makeInvoice(house, place, { number: "OLD-1", state: "paid", openAmount: "0" })
      const { values } = await factsOf(world.standard, { kind: "customer", id: customer.id })
      const amounts = [
        { amount: "12400.50", currency: "EUR" },
        { amount: "20.00", currency: "USD" },
      ]
      expect(values["openInvoices.total"]).toEqual({ kind: "money", amounts })
      expect(values["case.openAmount"]).toEqual({ kind: "money", amounts })
      expect(values["openInvoices.count"]).toEqual({ kind: "count", count: 3 })
      const table = values["openInvoices.table"]
      if (table?.kind !== "invoices") throw new Error("No table of open invoices.")
      expect(table.invoices.map(row => row.number)).toEqual(["CN-1", "US-1", invoice.number].sort(byDueThenNumber))
      expect(table.invoices[0]).toEqual({
        number: "CN-1",
        date: "2026-09-17",
        dueDate: "2026-10-01",
        open: { amount: "-80.00", currency: "EUR" },
      })
      expect(table.more).toBe(0)
    })

    it("says of a matter what is open of its own invoices", async () => {
      const { world, place, matter, invoice } = await makeStory()
      await makeInvoice(house, place, { number: "ELSE-1" })
      const { values } = await factsOf(world.standard, { kind: "matter", id: matter.id })
      const table = values["openInvoices.table"]
      expect(table?.kind === "invoices" && table.invoices.map(row => row.number)).toEqual([invoice.number])
      expect(values["matter.number"]).toEqual(text("M-7"))
      expect(values["case.number"]).toEqual(text("M-7"))
      expect(values["case.openAmount"]).toEqual(money("12480.50"))
    })

    it("lists 200 open invoices and counts the others", async () => {
      const { world, place, customer } = await makeStory()
      for (let made = 1; made < mostInvoicesInTable + 3; made++) await makeInvoice(house, place)
      const { values } = await factsOf(world.standard, { kind: "customer", id: customer.id })
      const table = values["openInvoices.table"]
      if (table?.kind !== "invoices") throw new Error("No table of open invoices.")
      expect([table.invoices.length, table.more]).toEqual([mostInvoicesInTable, 3])
      expect(values["openInvoices.count"]).toEqual({ kind: "count", count: mostInvoicesInTable + 3 })
    })

    it("counts days overdue on the calendar of the administration's zone", async () => {
      const { world, place } = await makeStory()
      const late = await makeInvoice(house, place, { dueDate: "2026-11-22" })
      const ref = { kind: "invoice" as const, id: late.id }
      const at = (moment: string) =>
        world.standard.transaction(async tx => {
          const facts = await factsOfCases(tx, { refs: [ref], sender, now: new Date(moment) })
          return facts.get(late.id)?.values["invoice.daysOverdue"]
        })
      // Amsterdam is an hour ahead of UTC in November.
      expect(await at("2026-11-22T22:59:00Z")).toBeUndefined()
      expect(await at("2026-11-22T23:00:00Z")).toEqual({ kind: "count", count: 1 })
    })

    it("takes the contact's language before the customer's before the administration's", async () => {
      const { world, customer, invoice } = await makeStory({ language: "de" })
      const ref = { kind: "invoice" as const, id: invoice.id }
      expect((await factsOf(world.standard, ref)).language).toBe("de")
      await house.database.owner.update(contacts).set({ language: "fr" }).where(eq(contacts.customerId, customer.id))
      expect((await factsOf(world.standard, ref)).language).toBe("fr")
    })

    it("says 0 of what is open of a settled invoice, and that it is not overdue", async () => {
      const { world, place } = await makeStory()
      for (const state of ["paid", "closed"]) {
        const { id } = await makeInvoice(house, place, { state, openAmount: "15" })
        const { values } = await factsOf(world.standard, { kind: "invoice", id })
        expect(values["invoice.openAmount"]).toEqual(money("0.00"))
        expect(values["case.openAmount"]).toEqual(money("0.00"))
        expect(values["invoice.daysOverdue"]).toBeUndefined()
      }
    })

    it("reads a thousand cases of mixed kinds with as many queries as three", async () => {
      const { world, place, customer, matter, invoice } = await makeStory()
      const few: CaseRef[] = [
        { kind: "customer", id: customer.id },
        { kind: "matter", id: matter.id },
        { kind: "invoice", id: invoice.id },
      ]
      const many = [...few]
      for (let made = 0; made < 60; made++) many.push({ kind: "invoice", id: (await makeInvoice(house, place)).id })
      const queries = (refs: CaseRef[]) =>
        countQueries(world.standard, counted => counted.transaction(tx => factsOfCases(tx, { refs, sender, now })))
      expect(await queries(many)).toBe(await queries(few))
      expect(await queries(many)).toBeLessThanOrEqual(4)
    })

    it("leaves open invoices alone where a text asks for none of them", async () => {
      const { world, customer } = await makeStory()
      const refs: CaseRef[] = [{ kind: "customer", id: customer.id }]
      const only: PlaceholderName[] = ["customer.name"]
      const all = await countQueries(world.standard, counted =>
        counted.transaction(tx => factsOfCases(tx, { refs, sender, now })),
      )
      const one = await countQueries(world.standard, counted =>
        counted.transaction(tx => factsOfCases(tx, { refs, sender, now, only })),
      )
      expect(all - one).toBe(2)
    })
  })

  describe("refuses", () => {
    it("to guess: what is not known of a case is missing", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world, { address: null })
      await house.database.owner
        .update(contacts)
        .set({ name: "\u200b", salutation: "  " })
        .where(eq(contacts.customerId, customer.id))
      const facts = await world.standard.transaction(tx =>
        factsOfCases(tx, { refs: [{ kind: "customer", id: customer.id }], sender: null, now }),
      )
      const values = facts.get(customer.id)?.values ?? {}
      expect(Object.keys(values).sort()).toEqual(
        [
          "administration.name",
          "administration.replyAddress",
          "case.number",
          "customer.name",
          "customer.number",
          "openInvoices.count",
          "portal.link",
        ].sort(),
      )
      expect(placeholderNames).toEqual(expect.arrayContaining(Object.keys(values)))
    })

    it("to say which matter an invoice stood in before", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const { id } = await makeInvoice(house, { ...world, customerId: customer.id })
      const { values } = await factsOf(world.standard, { kind: "invoice", id })
      expect(values["matter.number"]).toBeUndefined()
    })
  })

  describe("protects", () => {
    it("the cases of other organisations", async () => {
      const { invoice } = await makeStory()
      const outsider = await makeWorld(house)
      const facts = await outsider.admin.transaction(tx =>
        factsOfCases(tx, { refs: [{ kind: "invoice", id: invoice.id }], sender, now }),
      )
      expect(facts.size).toBe(0)
    })
  })
})

const byDueThenNumber = (one: string, other: string) => {
  const first = (number: string) => (number === "CN-1" ? 0 : 1)
  return first(one) - first(other) || (one < other ? -1 : 1)
}

async function makeStory(values: { language?: string } = {}) {
  const world = await makeWorld(house)
  const address = { street: "Kade 1", postcode: "3011 AB", city: "Rotterdam", address: "peter@jansen.example" }
  const customer = await makeCustomer(house, world, { ...address, ...values })
  const place = { ...world, customerId: customer.id }
  const invoice = await makeInvoice(house, place)
  const matter = await makeMatter(
    house,
    { ...place, invoiceIds: [invoice.id] },
    { number: "M-7", description: "Collection" },
  )
  return { world, place, customer, invoice, matter }
}

async function factsOf(context: World["standard"] | Context, ref: CaseRef) {
  const facts = await context.transaction(tx => factsOfCases(tx, { refs: [ref], sender, now }))
  const found = facts.get(ref.id)
  if (!found) throw new Error("No facts of this case.")
  return found
}

function text(written: string) {
  return { kind: "text", text: written }
}

function money(amount: string) {
  return { kind: "money", amounts: [{ amount, currency: "EUR" }] }
}

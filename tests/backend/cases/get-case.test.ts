import { getCase } from "@casepost/backend/cases/get-case"
import { newId } from "@casepost/backend/columns"
import { conversations, entries } from "@casepost/backend/entries/tables"
import { messages } from "@casepost/backend/messages/tables"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeMatter, makeUser, makeWorld } from "../../support/make.ts"

describe("get case", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-23T12:00:00Z"))
  })

  describe("does", () => {
    it("says who is written to, from whom and in which language", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world, { address: "info@jansen.example", language: "de" })
      const detail = await getCase(world.standard, { kind: "customer", id: customer.id })
      expect(detail).toMatchObject({
        generalAddress: "info@jansen.example",
        language: "de",
        from: "Sanne de Wit via Van der Meer Bouwmaterialen",
        right: "standard",
        open: [],
        state: "paid",
        contacts: [{ name: "Peter Jansen", purpose: "general", correction: null }],
      })
    })
    it("shows an invoice with its open matter, and the matter with its invoices", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const place = { ...world, customerId: customer.id }
      const invoice = await makeInvoice(house, place, { openAmount: "480.5000", dueDate: "2026-10-17" })
      const matter = await makeMatter(house, { ...place, invoiceIds: [invoice.id] })
      expect(await getCase(world.standard, { kind: "invoice", id: invoice.id })).toMatchObject({
        number: invoice.number,
        matter,
        open: [{ amount: "480.50", currency: "EUR" }],
        daysOverdue: 37,
        dueDate: "2026-10-17",
      })
      expect(await getCase(world.standard, { kind: "matter", id: matter.id })).toMatchObject({
        invoices: [invoice],
        openInvoices: 1,
        dueDate: "2026-10-17",
      })
    })
    it("never adds different currencies, and counts a credit note in what is open but not in what is overdue", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const place = { ...world, customerId: customer.id }
      await makeInvoice(house, place, { openAmount: "100", dueDate: "2026-11-30" })
      await makeInvoice(house, place, { openAmount: "-30.25", amount: "-30.25", dueDate: "2026-01-01" })
      await makeInvoice(house, place, { openAmount: "55", currency: "GBP", dueDate: "2026-12-01" })
      await makeInvoice(house, place, { openAmount: "0", state: "paid", dueDate: "2026-01-01" })
      expect(await getCase(world.standard, { kind: "customer", id: customer.id })).toMatchObject({
        open: [
          { amount: "69.75", currency: "EUR" },
          { amount: "55.00", currency: "GBP" },
        ],
        openInvoices: 3,
        dueDate: "2026-11-30",
        daysOverdue: -7,
      })
    })
    it("rolls unread replies up from invoice to matter to customer", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const place = { ...world, customerId: customer.id }
      const invoice = await makeInvoice(house, place)
      const matter = await makeMatter(house, { ...place, invoiceIds: [invoice.id] })
      const row = { ...place, lastMessageId: newId(), lastAt: new Date(), hasUnread: true }
      await house.database.owner.insert(conversations).values([
        { ...row, caseKind: "invoice", caseId: invoice.id, unread: 2 },
        { ...row, caseKind: "matter", caseId: matter.id, unread: 1 },
      ])
      const unread = async (kind: "customer" | "matter" | "invoice", id: string) =>
        (await getCase(world.restricted, { kind, id })).unread
      expect(await unread("invoice", invoice.id)).toBe(2)
      expect(await unread("matter", matter.id)).toBe(3)
      expect(await unread("customer", customer.id)).toBe(3)
    })
    it("says when something was last sent, and not that something waits or came in", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const message = {
        ...world,
        customerId: customer.id,
        caseKind: "customer",
        caseId: customer.id,
        authorName: "Sanne de Wit",
        bodyHtml: "",
        bodyText: "",
        language: "nl",
      }
      const add = async (values: { direction: string; state: string; leftAt?: Date }, at: string) => {
        const id = newId()
        await house.database.owner.insert(messages).values({ ...message, id, ...values })
        await house.database.owner
          .insert(entries)
          .values({ ...message, thingKind: "message", thingId: id, at: new Date(at) })
      }
      const leftAt = new Date("2026-11-20T10:00:00.000Z")
      await add({ direction: "outgoing", state: "left", leftAt }, "2026-11-20T10:00:00Z")
      await add({ direction: "incoming", state: "left" }, "2026-11-21T10:00:00Z")
      await add({ direction: "outgoing", state: "waiting" }, "2026-11-22T10:00:00Z")
      const detail = await getCase(world.standard, { kind: "customer", id: customer.id })
      expect(detail.lastSentAt).toBe("2026-11-20T10:00:00.000Z")
    })
  })

  describe("refuses", () => {
    it("an id that cannot exist as one that does not", async () => {
      const world = await makeWorld(house)
      const missing = { code: "not-found", message: "There is nothing here, or nothing you may see." }
      await expect(getCase(world.standard, { kind: "invoice", id: "nonsense" })).rejects.toMatchObject(missing)
      await expect(getCase(world.standard, { kind: "invoice", id: newId() })).rejects.toMatchObject(missing)
    })
    it("a case under the wrong kind", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      await expect(getCase(world.standard, { kind: "matter", id: customer.id })).rejects.toMatchObject({
        code: "not-found",
      })
    })
  })

  describe("protects", () => {
    it("hides another organisation's case as if it were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const customer = await makeCustomer(house, theirs)
      await expect(getCase(ours.admin, { kind: "customer", id: customer.id })).rejects.toMatchObject({
        code: "not-found",
      })
    })
    it("hides a case of an administration one has no right in", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const reader = await makeUser(house, world.organisationId, { right: "none", only: { [other]: "standard" } })
      const customer = await makeCustomer(house, world)
      await expect(getCase(reader, { kind: "customer", id: customer.id })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})

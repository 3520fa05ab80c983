import type { Language } from "@casepost/shared/organisations"
import { contacts, customers, invoices, matterInvoices, matters } from "../cases/tables.ts"
import { newId } from "../columns.ts"
import type { Transaction } from "../database.ts"
import { inChunks } from "./in-chunks.ts"
import { knownCustomers } from "./known-customers.ts"
import { families, firstNames, places, streets, trades } from "./names.ts"
import type { DemoPlace } from "./place.ts"

export type DemoCase = { kind: "customer" | "matter" | "invoice"; id: string; number: string }
export type DemoInvoice = DemoCase & {
  kind: "invoice"
  amount: string
  due: number
  open: boolean
  matterIds: string[]
}
export type DemoCustomer = DemoCase & {
  kind: "customer"
  where: "nl" | "be" | "rental"
  name: string
  language: Language
  contact: { id: string; name: string; salutation: string; address: string | null } | undefined
  invoices: DemoInvoice[]
  matters: DemoCase[]
  known: boolean
}

type Rows = {
  customers: (typeof customers.$inferInsert)[]
  contacts: (typeof contacts.$inferInsert)[]
  invoices: (typeof invoices.$inferInsert)[]
  matters: (typeof matters.$inferInsert)[]
  matterInvoices: (typeof matterInvoices.$inferInsert)[]
}

/** Customers in all, and invoices in all. */
const customersInAll = 400
const invoicesInAll = 2000

/** Writes 400 customers with contacts, 2,000 invoices and their matters. */
export async function addCustomers(tx: Transaction, place: DemoPlace): Promise<DemoCustomer[]> {
  const rows: Rows = { customers: [], contacts: [], invoices: [], matters: [], matterInvoices: [] }
  const made = [...knownCustomers.map(known => addKnown(rows, place, known)), ...addOthers(rows, place)]
  await inChunks(rows.customers, chunk => tx.insert(customers).values(chunk))
  await inChunks(rows.contacts, chunk => tx.insert(contacts).values(chunk))
  await inChunks(rows.invoices, chunk => tx.insert(invoices).values(chunk))
  await inChunks(rows.matters, chunk => tx.insert(matters).values(chunk))
  await inChunks(rows.matterInvoices, chunk => tx.insert(matterInvoices).values(chunk))
  return made
}

function addKnown(rows: Rows, place: DemoPlace, known: (typeof knownCustomers)[number]): DemoCustomer {
  const base = {
    organisationId: place.organisationId,
    administrationId: place.administrations.nl.id,
    asOf: place.calendar.at(0, "06:12"),
  }
  const id = newId()
  const { number, name, language, street, postcode, city } = known
  rows.customers.push({
    id,
    ...base,
    number,
    name,
    language,
    street,
    postcode,
    city,
    country: "NL",
    ...(known.doNotMessage
      ? {
          doNotMessage: known.doNotMessage,
          doNotMessageBy: "Lotte Vermeulen",
          doNotMessageAt: place.calendar.at(-19, "11:40"),
        }
      : {}),
  })
  const customer: DemoCustomer = {
    kind: "customer",
    id,
    number,
    where: "nl",
    name,
    language,
    contact: undefined,
    invoices: [],
    matters: [],
    known: true,
  }
  if (known.contact)
    customer.contact = addContact(rows, place, {
      customerId: id,
      ...known.contact,
      address: known.contact.address ?? null,
    })
  for (const more of known.more ?? [])
    rows.contacts.push({
      organisationId: place.organisationId,
      customerId: id,
      name: more.name,
      address: more.address,
      importedAddress: more.address,
      purpose: more.purpose,
      position: 1,
    })
  for (const invoice of known.invoices) addInvoice(rows, place, customer, invoice)
  if (known.matter) addMatter(rows, place, customer, known.matter)
  return customer
}

function addContact(
  rows: Rows,
  place: DemoPlace,
  contact: { customerId: string; name: string; salutation: string; address: string | null },
) {
  const id = newId()
  const { customerId, name, salutation, address } = contact
  rows.contacts.push({
    id,
    organisationId: place.organisationId,
    customerId,
    name,
    salutation,
    address,
    importedAddress: address,
    purpose: "general",
  })
  return { id, name, salutation, address }
}

type InvoicePlan = { number: string; amount: string; due: number; paid?: number }

function addInvoice(rows: Rows, place: DemoPlace, customer: DemoCustomer, plan: InvoicePlan): void {
  const id = newId()
  const open = plan.paid === undefined
  rows.invoices.push({
    id,
    organisationId: place.organisationId,
    administrationId: place.administrations[customer.where].id,
    customerId: customer.id,
    number: plan.number,
    amount: plan.amount,
    openAmount: open ? plan.amount : "0",
    currency: "EUR",
    invoiceDate: place.calendar.date(plan.due - 30),
    dueDate: place.calendar.date(plan.due),
    state: open ? "open" : "paid",
    paidOn: plan.paid === undefined ? null : place.calendar.date(Math.min(plan.paid, -1)),
    asOf: place.calendar.at(0, "06:12"),
  })
  customer.invoices.push({
    kind: "invoice",
    id,
    number: plan.number,
    amount: plan.amount,
    due: plan.due,
    open,
    matterIds: [],
  })
}

type MatterPlan = { number: string; description: string; opened: number; closed?: number; invoices: string[] }

function addMatter(rows: Rows, place: DemoPlace, customer: DemoCustomer, plan: MatterPlan): void {
  const id = newId()
  const open = plan.closed === undefined
  rows.matters.push({
    id,
    organisationId: place.organisationId,
    administrationId: place.administrations[customer.where].id,
    customerId: customer.id,
    number: plan.number,
    description: plan.description,
    state: open ? "open" : "closed",
    openedOn: place.calendar.date(plan.opened),
    closedOn: plan.closed === undefined ? null : place.calendar.date(plan.closed),
  })
  customer.matters.push({ kind: "matter", id, number: plan.number })
  for (const invoice of customer.invoices.filter(other => plan.invoices.includes(other.number))) {
    rows.matterInvoices.push({ organisationId: place.organisationId, matterId: id, invoiceId: invoice.id, open })
    invoice.matterIds.push(id)
  }
}

function addOthers(rows: Rows, place: DemoPlace): DemoCustomer[] {
  const { chance } = place
  const made: DemoCustomer[] = []
  const names = new Set(knownCustomers.map(known => known.name))
  const numbers = { nl: 10600, be: 30100, rental: 50100 }
  const invoiceNumbers = { nl: 4500, be: 1000, rental: 2000 }
  const knownInvoices = knownCustomers.reduce((sum, known) => sum + known.invoices.length, 0)
  let invoicesLeft = invoicesInAll - knownInvoices
  const others = customersInAll - knownCustomers.length
  for (let index = 0; index < others; index++) {
    const where = index % 8 < 5 ? "nl" : index % 8 < 7 ? "be" : "rental"
    const land = where === "be" ? "be" : index % 17 === 0 ? "de" : "nl"
    const name = freshName(place, where === "rental" ? "rental" : land, land, names)
    const language: Language = land === "de" ? "de" : land === "be" && chance.happens(0.4) ? "fr" : "nl"
    numbers[where] += chance.whole(1, 3)
    const customer = addOther(rows, place, { where, land, name, language, number: String(numbers[where]) })
    const share = index === others - 1 ? invoicesLeft : Math.min(invoicesLeft, chance.whole(2, 8))
    invoicesLeft -= share
    for (let count = 0; count < share; count++) {
      invoiceNumbers[where] += 1
      addInvoice(rows, place, customer, planInvoice(place, where, invoiceNumbers[where]))
    }
    if (index % 11 === 0) addMatterOfOverdue(rows, place, customer, index)
    made.push(customer)
  }
  return made
}

function freshName(place: DemoPlace, trade: keyof typeof trades, land: "nl" | "be" | "de", taken: Set<string>): string {
  const { chance } = place
  for (;;) {
    const family = chance.pick(families[land])
    const name = `${chance.pick(trades[trade])} ${chance.happens(0.25) ? `${family} & ${chance.pick(families[land])}` : family}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

function addOther(
  rows: Rows,
  place: DemoPlace,
  of: { where: "nl" | "be" | "rental"; land: "nl" | "be" | "de"; name: string; language: Language; number: string },
): DemoCustomer {
  const { chance } = place
  const id = newId()
  const [postcode = "", city = ""] = chance.pick<readonly string[]>(places[of.land])
  rows.customers.push({
    id,
    organisationId: place.organisationId,
    administrationId: place.administrations[of.where].id,
    number: of.number,
    name: of.name,
    language: of.language,
    street: `${chance.pick<string>(streets[of.land])} ${chance.whole(1, 180)}`,
    postcode,
    city,
    country: of.land.toUpperCase(),
    asOf: place.calendar.at(0, "06:12"),
  })
  const person = `${chance.pick<string>(firstNames[of.land])} ${of.name.split(" ").slice(1).join(" ").split(" & ")[0]}`
  const domain = of.name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z ]/g, "")
    .split(" ")
    .slice(0, 3)
    .join("")
  const address = chance.happens(0.07)
    ? null
    : `${chance.pick(["info", "administratie", "boekhouding"])}@${domain}.example`
  const contact = addContact(rows, place, { customerId: id, name: person, salutation: person, address })
  if (chance.happens(0.2))
    rows.contacts.push({
      organisationId: place.organisationId,
      customerId: id,
      name: "Crediteuren",
      address: `crediteuren@${domain}.example`,
      importedAddress: `crediteuren@${domain}.example`,
      purpose: "invoices",
      position: 1,
    })
  const { where, name, language, number } = of
  return { kind: "customer", id, number, where, name, language, contact, invoices: [], matters: [], known: false }
}

function planInvoice(place: DemoPlace, where: "nl" | "be" | "rental", count: number): InvoicePlan {
  const { chance } = place
  const prefix = { nl: "VF-2026-", be: "BE-2026-", rental: "VH-2026-" }[where]
  const due = chance.whole(-150, 28)
  const settled = due < -60 ? chance.happens(0.93) : due < -14 ? chance.happens(0.7) : chance.happens(0.2)
  const cents = Math.round(10 ** (2 + chance.next() * 2.2) * 100)
  const credit = chance.happens(0.02)
  return {
    number: `${prefix}${String(count).padStart(5, "0")}`,
    amount: `${credit ? "-" : ""}${(cents / 100).toFixed(2)}`,
    due,
    ...(settled ? { paid: due + chance.whole(-8, 12) } : {}),
  }
}

function addMatterOfOverdue(rows: Rows, place: DemoPlace, customer: DemoCustomer, index: number): void {
  const overdue = customer.invoices.filter(invoice => invoice.open && invoice.due < -14)
  if (overdue.length === 0) return
  const prefix = { nl: "M-2026-", be: "MB-2026-", rental: "MV-2026-" }[customer.where]
  addMatter(rows, place, customer, {
    number: `${prefix}${String(100 + index).padStart(4, "0")}`,
    description: "Not paid after two reminders",
    opened: Math.max(...overdue.map(invoice => invoice.due)) + 14,
    invoices: overdue.map(invoice => invoice.number),
  })
}

import type { Language } from "@casepost/shared/organisations"
import { newId } from "../columns.ts"
import {
  addContact,
  addInvoice,
  addMatter,
  type CustomerRows,
  type DemoCustomer,
  type InvoicePlan,
} from "./customer-rows.ts"
import { knownCustomers } from "./known-customers.ts"
import { families, firstNames, places, streets, trades } from "./names.ts"
import type { DemoPlace } from "./place.ts"

/** Customers in all, and invoices in all. */
const customersInAll = 400
const invoicesInAll = 2000

/** Makes everybody whom the pictures do not name. */
export function addOthers(rows: CustomerRows, place: DemoPlace): DemoCustomer[] {
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
  rows: CustomerRows,
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

function addMatterOfOverdue(rows: CustomerRows, place: DemoPlace, customer: DemoCustomer, index: number): void {
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

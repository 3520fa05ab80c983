import { contacts, customers, invoices, matterInvoices, matters } from "../cases/tables.ts"
import { newId } from "../columns.ts"
import type { Transaction } from "../database.ts"
import { addContact, addInvoice, addMatter, type CustomerRows, type DemoCustomer } from "./customer-rows.ts"
import { inChunks } from "./in-chunks.ts"
import { knownCustomers } from "./known-customers.ts"
import { addOthers } from "./other-customers.ts"
import type { DemoPlace } from "./place.ts"

/** Writes 400 customers with contacts, 2,000 invoices and their matters. */
export async function addCustomers(tx: Transaction, place: DemoPlace): Promise<DemoCustomer[]> {
  const rows: CustomerRows = { customers: [], contacts: [], invoices: [], matters: [], matterInvoices: [] }
  const made = [...knownCustomers.map(known => addKnown(rows, place, known)), ...addOthers(rows, place)]
  await inChunks(rows.customers, chunk => tx.insert(customers).values(chunk))
  await inChunks(rows.contacts, chunk => tx.insert(contacts).values(chunk))
  await inChunks(rows.invoices, chunk => tx.insert(invoices).values(chunk))
  await inChunks(rows.matters, chunk => tx.insert(matters).values(chunk))
  await inChunks(rows.matterInvoices, chunk => tx.insert(matterInvoices).values(chunk))
  return made
}

function addKnown(rows: CustomerRows, place: DemoPlace, known: (typeof knownCustomers)[number]): DemoCustomer {
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

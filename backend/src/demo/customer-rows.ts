import type { Language } from "@casepost/shared/organisations"
import type { contacts, customers, invoices, matterInvoices, matters } from "../cases/tables.ts"
import { newId } from "../columns.ts"
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

export type CustomerRows = {
  customers: (typeof customers.$inferInsert)[]
  contacts: (typeof contacts.$inferInsert)[]
  invoices: (typeof invoices.$inferInsert)[]
  matters: (typeof matters.$inferInsert)[]
  matterInvoices: (typeof matterInvoices.$inferInsert)[]
}

/** Customers in all, and invoices in all. */

export function addContact(
  rows: CustomerRows,
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

export type InvoicePlan = { number: string; amount: string; due: number; paid?: number }

export function addInvoice(rows: CustomerRows, place: DemoPlace, customer: DemoCustomer, plan: InvoicePlan): void {
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

export function addMatter(rows: CustomerRows, place: DemoPlace, customer: DemoCustomer, plan: MatterPlan): void {
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

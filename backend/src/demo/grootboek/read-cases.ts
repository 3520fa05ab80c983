import { and, asc, desc, eq, ilike, or, sql } from "drizzle-orm"
import { contacts, customers, invoices } from "../../cases/tables.ts"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations, organisations } from "../../organisations/tables.ts"

/** The demo organisation's id, if the demo was loaded. */
async function demoOrganisation(house: House): Promise<string | undefined> {
  const [row] = await house.database.inScope({ role: "casepost_system" }, tx =>
    tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.demo, true)).limit(1),
  )
  return row?.id
}

/** Reads within the demo organisation and no other. */
export async function reading<Result>(
  house: House,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result | undefined> {
  const organisationId = await demoOrganisation(house)
  return organisationId ? house.database.inScope({ role: "casepost_app", organisationId }, work) : undefined
}

const invoiceColumns = {
  number: invoices.number,
  amount: invoices.amount,
  openAmount: invoices.openAmount,
  currency: invoices.currency,
  invoiceDate: invoices.invoiceDate,
  dueDate: invoices.dueDate,
  state: invoices.state,
  customerNumber: customers.number,
  customerName: customers.name,
  administration: administrations.name,
}
export type ToolInvoice = Awaited<ReturnType<typeof listToolInvoices>>["rows"][number]

/** Rows on one page of a list. */
const rowsAPage = 25

/** Open items or all invoices, oldest due first; or what a search finds. */
export async function listToolInvoices(house: House, of: { search: string; page: number; isOpen?: boolean }) {
  const found = await reading(house, async tx => {
    const search = of.search.trim()
    const like = `%${search.replace(/[%_\\]/g, "\\$&")}%`
    const where = search
      ? or(ilike(invoices.number, like), ilike(customers.name, like), eq(customers.number, search))
      : of.isOpen
        ? eq(invoices.state, "open")
        : undefined
    const rows = await tx
      .select(invoiceColumns)
      .from(invoices)
      .innerJoin(customers, eq(customers.id, invoices.customerId))
      .innerJoin(administrations, eq(administrations.id, invoices.administrationId))
      .where(where)
      .orderBy(
        asc(sql`${administrations.name} <> 'VDM Bouwmaterialen NL'`),
        of.isOpen ? asc(invoices.dueDate) : desc(invoices.dueDate),
        asc(invoices.number),
      )
      .limit(rowsAPage + 1)
      .offset((of.page - 1) * rowsAPage)
    return { rows: rows.slice(0, rowsAPage), more: rows.length > rowsAPage }
  })
  return found ?? { rows: [], more: false }
}

export function findToolInvoice(house: House, number: string) {
  return reading(house, async tx => {
    const [row] = await tx
      .select({
        ...invoiceColumns,
        street: customers.street,
        postcode: customers.postcode,
        city: customers.city,
        contact: contacts.name,
      })
      .from(invoices)
      .innerJoin(customers, eq(customers.id, invoices.customerId))
      .innerJoin(administrations, eq(administrations.id, invoices.administrationId))
      .leftJoin(contacts, and(eq(contacts.customerId, customers.id), eq(contacts.purpose, "general")))
      .where(eq(invoices.number, number))
    return row
  })
}

export function findToolCustomer(house: House, number: string) {
  return reading(house, async tx => {
    const [customer] = await tx
      .select({
        id: customers.id,
        number: customers.number,
        name: customers.name,
        street: customers.street,
        postcode: customers.postcode,
        city: customers.city,
        contact: contacts.name,
        address: contacts.address,
      })
      .from(customers)
      .leftJoin(contacts, and(eq(contacts.customerId, customers.id), eq(contacts.purpose, "general")))
      .where(eq(customers.number, number))
    if (!customer) return undefined
    const rows = await tx
      .select({ ...invoiceColumns })
      .from(invoices)
      .innerJoin(customers, eq(customers.id, invoices.customerId))
      .innerJoin(administrations, eq(administrations.id, invoices.administrationId))
      .where(eq(invoices.customerId, customer.id))
      .orderBy(desc(invoices.dueDate))
    return { ...customer, invoices: rows }
  })
}

/** Customers by name, a page at a time. */
export async function listToolCustomers(house: House, page: number) {
  const found = await reading(house, async tx => {
    const rows = await tx
      .select({
        number: customers.number,
        name: customers.name,
        city: customers.city,
        administration: administrations.name,
      })
      .from(customers)
      .innerJoin(administrations, eq(administrations.id, customers.administrationId))
      .orderBy(asc(customers.name), asc(customers.id))
      .limit(rowsAPage + 1)
      .offset((page - 1) * rowsAPage)
    return { rows: rows.slice(0, rowsAPage), more: rows.length > rowsAPage }
  })
  return found ?? { rows: [], more: false }
}

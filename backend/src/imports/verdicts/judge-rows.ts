import type { Verdict } from "@casepost/shared/imports"
import { conflictWords } from "../../cases/upsert/change-words.ts"
import { type CustomerPlan, compareCustomer } from "../../cases/upsert/customers/compare-customer.ts"
import { type KnownCustomer, knownCustomers } from "../../cases/upsert/customers/known-customers.ts"
import { compareInvoice, type InvoicePlan } from "../../cases/upsert/invoices/compare-invoice.ts"
import { type KnownInvoice, knownInvoices } from "../../cases/upsert/invoices/known-invoices.ts"
import type { Transaction } from "../../database.ts"
import { changesOf } from "../reading/changes-of.ts"
import type { Values } from "../reading/read-row.ts"

/** A row as it was read, refused already or not. */
export type ReadRow = { row: number; values: Values; refused: string | null }
export type Judged = {
  row: number
  verdict: Verdict
  detail: string | null
  /** For the first row of a customer. */
  customer?: CustomerPlan
  invoice?: InvoicePlan
}

/** What rows are held against: an administration on one day of its own, in one transaction. */
export type Bench = { administrationId: string; timeZone: string; today: string; withInvoices: boolean }

/**
 * Judges a file's rows piece by piece, two queries a piece, and remembers what came before: a customer speaks through its first row, an
 * invoice comes once. Judging changes nothing, and judging again gives the same as long as the data is the same.
 */
export function startJudging(tx: Transaction, bench: Bench): (rows: readonly ReadRow[]) => Promise<Judged[]> {
  const before: Before = { customers: new Set(), invoices: new Map() }
  return async rows => {
    const of = (field: "customerNumber" | "invoiceNumber") => [
      ...new Set(rows.flatMap(({ values }) => values[field] ?? [])),
    ]
    const customers = await knownCustomers(tx, bench.administrationId, of("customerNumber"))
    const invoices = await knownInvoices(tx, bench.administrationId, of("invoiceNumber"))
    return rows.map(row => judge(row, { ...bench, before, customers, invoices }))
  }
}

type Before = { customers: Set<string>; invoices: Map<string, number> }
type Known = Bench & {
  before: Before
  customers: ReadonlyMap<string, KnownCustomer>
  invoices: ReadonlyMap<string, KnownInvoice>
}

function judge({ row, values, refused }: ReadRow, known: Known): Judged {
  const refuse = (detail: string): Judged => ({ row, verdict: "refused", detail })
  const { customerNumber = "", invoiceNumber = "" } = values
  const earlier = known.before.invoices.get(invoiceNumber)
  if (invoiceNumber && earlier === undefined) known.before.invoices.set(invoiceNumber, row)
  if (refused) return refuse(refused)
  if (!customerNumber) return refuse("The customer number is missing")
  if (known.withInvoices && !invoiceNumber) return refuse("The invoice number is missing")
  if (earlier !== undefined) return refuse(`Row ${earlier} has the same invoice number`)

  const change = changesOf(values)
  const isFirst = !known.before.customers.has(customerNumber)
  const standing = known.customers.get(customerNumber)
  if (isFirst && !standing && !change.customer.name)
    return refuse(`Customer ${customerNumber} is new: a column must give its name`)
  const invoice = change.invoice && compareInvoice(known.invoices.get(invoiceNumber), change.invoice, known.today)
  if (invoice && "refused" in invoice) return refuse(invoice.refused)

  known.before.customers.add(customerNumber)
  const customer = isFirst ? compareCustomer(standing, change.customer) : undefined
  return {
    row,
    ...verdictOf({ customer, invoice }, known.timeZone),
    ...(customer && { customer }),
    ...(invoice && { invoice }),
  }
}

function verdictOf(
  { customer, invoice }: { customer: CustomerPlan | undefined; invoice: InvoicePlan | undefined },
  timeZone: string,
): { verdict: Verdict; detail: string | null } {
  const changes = [...(invoice?.changes ?? []), ...(customer?.known ? customer.changes : [])]
  const isNew = invoice ? !invoice.known : customer ? !customer.known : false
  if (customer && customer.conflicts.length > 0)
    return {
      verdict: "conflict",
      detail: [conflictWords(customer.conflicts, timeZone), isNew ? "new invoice" : undefined, ...changes]
        .filter(Boolean)
        .join("; "),
    }
  if (isNew)
    return {
      verdict: "new",
      detail: invoice && customer && !customer.known ? "with a new customer" : changes.join("; ") || null,
    }
  return changes.length > 0
    ? { verdict: "changed", detail: changes.join("; ") }
    : { verdict: "unchanged", detail: null }
}

import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { customers, invoices, matters } from "./tables.ts"

/** The columns by which a row says which case it is about. */
type AboutACase = { caseKind: SQLWrapper; caseId: SQLWrapper; customerId: SQLWrapper }

/**
 * The number of the case a row is about, for a query that joins the case's tables by `joinsOf`:
 * `.select({ caseNumber }).innerJoin(customers, on.customer).leftJoin(matters, on.matter).leftJoin(invoices, on.invoice)`.
 */
export const caseNumber: SQL<string> = sql<string>`coalesce(${invoices.number}, ${matters.number}, ${customers.number})`

/** On what `customers`, `matters` and `invoices` join a row that is about one case of a customer. */
export function joinsOf(row: AboutACase): { customer: SQL; matter: SQL; invoice: SQL } {
  return {
    customer: sql`${customers.id} = ${row.customerId}`,
    matter: sql`${row.caseKind} = 'matter' and ${matters.id} = ${row.caseId}`,
    invoice: sql`${row.caseKind} = 'invoice' and ${invoices.id} = ${row.caseId}`,
  }
}

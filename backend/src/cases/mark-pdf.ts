import { and, ne } from "drizzle-orm"
import { isOneOf, type Transaction } from "../database.ts"
import { invoices } from "./tables.ts"

/** Says of invoices whether they have their PDF, in the transaction that attaches or takes it away. */
export async function markPdf(tx: Transaction, invoiceIds: readonly string[], hasPdf: boolean): Promise<void> {
  if (invoiceIds.length === 0) return
  await tx
    .update(invoices)
    .set({ hasPdf })
    .where(and(isOneOf(invoices.id, invoiceIds), ne(invoices.hasPdf, hasPdf)))
}

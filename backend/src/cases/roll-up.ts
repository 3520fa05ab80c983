import type { CaseRef } from "@casepost/shared/cases"
import { eq } from "drizzle-orm"
import type { Transaction } from "../database.ts"
import { invoices, matterInvoices, matters } from "./tables.ts"

/** Where an entry about a case shows: the case itself, an invoice's matters, and the customer. */
export async function rollUp(tx: Transaction, caseRef: CaseRef): Promise<CaseRef[]> {
  if (caseRef.kind === "customer") return [caseRef]
  if (caseRef.kind === "matter") {
    const rows = await tx.select({ id: matters.customerId }).from(matters).where(eq(matters.id, caseRef.id))
    return [caseRef, ...rows.map(row => ({ kind: "customer" as const, id: row.id }))]
  }
  const rows = await tx
    .select({ customerId: invoices.customerId, matterId: matterInvoices.matterId })
    .from(invoices)
    .leftJoin(matterInvoices, eq(matterInvoices.invoiceId, invoices.id))
    .where(eq(invoices.id, caseRef.id))
  const above = rows.flatMap(row => (row.matterId ? [{ kind: "matter" as const, id: row.matterId }] : []))
  const customer = rows.slice(0, 1).map(row => ({ kind: "customer" as const, id: row.customerId }))
  return [caseRef, ...above, ...customer]
}

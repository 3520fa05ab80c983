import { inArray, sql } from "drizzle-orm"
import { newId } from "../../../columns.ts"
import type { Context } from "../../../context.ts"
import type { Transaction } from "../../../database.ts"
import { indexCases } from "../../search/index-cases.ts"
import { invoices } from "../../tables.ts"
import { replaceExternalIds } from "../replace-external-ids.ts"
import type { InvoicePlan } from "./compare-invoice.ts"

/** What to write, and the customers' ids by their numbers. */
type Writing = { administrationId: string; plans: readonly InvoicePlan[]; customerIds: ReadonlyMap<string, string> }

/** Writes plans for invoices of one administration in a handful of statements, however many. Gives their ids by number. */
export async function writeInvoices(context: Context, tx: Transaction, writing: Writing): Promise<Map<string, string>> {
  const { administrationId, plans } = writing
  const { organisationId } = context
  const placed = plans.map(plan => ({ plan, id: plan.known?.id ?? newId() }))
  const touched = placed.filter(({ plan }) => !plan.known || plan.changes.length > 0)
  await writeRows(context, tx, { ...writing, placed: touched })
  const withIds = touched.filter(({ plan }) => !plan.known || plan.changes.includes("external ids"))
  const cases = withIds.map(({ id, plan }) => ({ id, values: plan.next.externalIds }))
  await replaceExternalIds(tx, { organisationId, administrationId, kind: "invoice", cases })
  const same = placed.filter(one => !touched.includes(one)).map(({ id }) => id)
  if (same.length > 0) await tx.update(invoices).set({ asOf: context.now() }).where(inArray(invoices.id, same))
  await indexCases(
    tx,
    "invoice",
    touched.map(({ id }) => id),
  )
  return new Map(placed.map(({ plan, id }) => [plan.next.number, id]))
}

async function writeRows(
  context: Context,
  tx: Transaction,
  { administrationId, customerIds, placed }: Writing & { placed: { plan: InvoicePlan; id: string }[] },
): Promise<void> {
  if (placed.length === 0) return
  await tx
    .insert(invoices)
    .values(
      placed.map(({ id, plan: { next, known } }) => {
        const { customerNumber, externalIds: _, ...columns } = next
        const customerId = known?.customerId ?? customerIds.get(customerNumber) ?? ""
        const { organisationId } = context
        return { ...columns, id, organisationId, administrationId, customerId, asOf: context.now() }
      }),
    )
    .onConflictDoUpdate({
      target: invoices.id,
      set: {
        amount: sql`excluded.amount`,
        openAmount: sql`excluded.open_amount`,
        currency: sql`excluded.currency`,
        invoiceDate: sql`excluded.invoice_date`,
        dueDate: sql`excluded.due_date`,
        state: sql`excluded.state`,
        paidOn: sql`excluded.paid_on`,
        asOf: sql`excluded.as_of`,
      },
    })
}

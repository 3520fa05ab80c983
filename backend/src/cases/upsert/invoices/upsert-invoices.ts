import { InvoiceRow, type RowOutcome } from "@casepost/shared/case-rows"
import { recordAudit } from "../../../audit/record-audit.ts"
import type { Context } from "../../../context.ts"
import { markDataAsOf } from "../../../organisations/mark-data-as-of.ts"
import { todayIn } from "../../days-overdue.ts"
import { refreshCaseRows } from "../../overview/refresh-case-rows.ts"
import { customerIdsByNumber } from "../customer-ids.ts"
import { holdAdministration } from "../hold-administration.ts"
import { readRows, refusal } from "../read-rows.ts"
import { auditedCounts, inOrder } from "../row-outcomes.ts"
import { compareInvoice, type InvoicePlan } from "./compare-invoice.ts"
import { knownInvoices } from "./known-invoices.ts"
import { writeInvoices } from "./write-invoices.ts"

/**
 * Adds or changes invoices of an administration, keyed by their numbers, with an answer per row; one refused row refuses no other.
 * A customer must be known before its invoices. @throws Problem not-found, not-allowed
 */
export async function upsertInvoices(
  context: Context,
  { administrationId, rows }: { administrationId: string; rows: readonly unknown[] },
): Promise<{ rows: RowOutcome[] }> {
  return context.transaction(async tx => {
    const { timeZone } = await holdAdministration(context, tx, administrationId)
    const { good, refused } = readRows(InvoiceRow, rows)
    const known = await knownInvoices(
      tx,
      administrationId,
      good.map(({ row }) => row.number),
    )
    const customerIds = await customerIdsByNumber(
      tx,
      administrationId,
      good.map(({ row }) => row.customerNumber),
    )
    const today = todayIn(timeZone, context.now())
    const plans: InvoicePlan[] = []
    const places: { index: number; number: string; plan: InvoicePlan }[] = []
    for (const { index, row } of good) {
      const plan = customerIds.has(row.customerNumber)
        ? compareInvoice(known.get(row.number), row, today)
        : { refused: `There is no customer ${row.customerNumber} in this administration; send the customer first.` }
      if ("refused" in plan) refused.push(refusal({ index, number: row.number }, plan.refused))
      else {
        plans.push(plan)
        places.push({ index, number: row.number, plan })
      }
    }
    const ids = await writeInvoices(context, tx, { administrationId, plans, customerIds })
    await refreshCaseRows(tx, [...ids.values()])
    await markDataAsOf(context, tx, administrationId)
    const outcomes = places.map(({ index, number, plan }): RowOutcome => {
      const outcome = !plan.known ? "created" : plan.changes.length > 0 ? "changed" : "unchanged"
      return { index, number, id: ids.get(number) ?? null, outcome, detail: null }
    })
    const answer = inOrder([...refused, ...outcomes])
    await recordAudit(tx, context, auditedCounts("upsertInvoices", administrationId, answer))
    return { rows: answer }
  })
}

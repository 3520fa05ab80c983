import { MatterRow, type RowOutcome } from "@casepost/shared/case-rows"
import { recordAudit } from "../../../audit/record-audit.ts"
import type { Context } from "../../../context.ts"
import { markDataAsOf } from "../../../organisations/mark-data-as-of.ts"
import { todayIn } from "../../days-overdue.ts"
import { refreshCaseRows } from "../../overview/refresh-case-rows.ts"
import { customerIdsByNumber } from "../customer-ids.ts"
import { holdAdministration } from "../hold-administration.ts"
import { readRows, refusal } from "../read-rows.ts"
import { auditedCounts, inOrder } from "../row-outcomes.ts"
import { knownMatters, mattersInvoices } from "./known-matters.ts"
import { type MatterPlan, planMatters } from "./plan-matters.ts"
import { showUnderMatters } from "./show-under-matters.ts"
import { writeMatters } from "./write-matters.ts"

/**
 * Adds or changes matters of an administration, keyed by their numbers, with an answer per row; one refused row refuses no other.
 * An invoice is in at most one open matter: a second one is refused, naming the first. @throws Problem not-found, not-allowed
 */
export async function upsertMatters(
  context: Context,
  { administrationId, rows }: { administrationId: string; rows: readonly unknown[] },
): Promise<{ rows: RowOutcome[] }> {
  return context.transaction(async tx => {
    const { timeZone } = await holdAdministration(context, tx, administrationId)
    const { good, refused } = readRows(MatterRow, rows)
    const matters = await knownMatters(
      tx,
      administrationId,
      good.map(({ row }) => row.number),
    )
    const mentioned = [
      ...good.flatMap(({ row }) => row.invoiceNumbers),
      ...[...matters.values()].flatMap(one => one.invoiceNumbers),
    ]
    const invoices = await mattersInvoices(tx, administrationId, mentioned)
    const customers = await customerIdsByNumber(
      tx,
      administrationId,
      good.map(({ row }) => row.customerNumber),
    )
    const planned = planMatters(good, { matters, invoices, customers, today: todayIn(timeZone, context.now()) })
    const plans = planned.flatMap(({ plan }) => ("refused" in plan ? [] : [plan]))
    const { ids, changed } = await writeMatters(context, tx, { administrationId, plans, customers, invoices })
    await showUnderMatters(tx, changed)
    await refreshCaseRows(tx, changed)
    await markDataAsOf(context, tx, administrationId)
    const outcomes = planned.map(({ placed: { index, row }, plan }): RowOutcome => {
      if ("refused" in plan) return refusal({ index, number: row.number }, plan.refused)
      return { index, number: row.number, id: ids.get(row.number) ?? null, outcome: outcomeOf(plan), detail: null }
    })
    const answer = inOrder([...refused, ...outcomes])
    await recordAudit(tx, context, auditedCounts("upsertMatters", administrationId, answer))
    return { rows: answer }
  })
}

function outcomeOf(plan: MatterPlan): RowOutcome["outcome"] {
  return plan.known ? (plan.changed ? "changed" : "unchanged") : "created"
}

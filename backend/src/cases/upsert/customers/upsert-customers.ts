import { CustomerRow, type RowOutcome } from "@casepost/shared/case-rows"
import { recordAudit } from "../../../audit/record-audit.ts"
import type { Context } from "../../../context.ts"
import { markDataAsOf } from "../../../organisations/mark-data-as-of.ts"
import { refreshCaseRows } from "../../overview/refresh-case-rows.ts"
import { conflictWords } from "../change-words.ts"
import { holdAdministration } from "../hold-administration.ts"
import { type Placed, readRows, refusal } from "../read-rows.ts"
import { auditedCounts, inOrder } from "../row-outcomes.ts"
import { type CustomerPlan, compareCustomer } from "./compare-customer.ts"
import { knownCustomers } from "./known-customers.ts"
import { writeCustomers } from "./write-customers.ts"

/**
 * Adds or changes customers of an administration, keyed by their numbers, with an answer per row; one refused row refuses no other.
 * An address that was corrected here is a conflict and stays until the source's own value changes. @throws Problem not-found, not-allowed
 */
export async function upsertCustomers(
  context: Context,
  { administrationId, rows }: { administrationId: string; rows: readonly unknown[] },
): Promise<{ rows: RowOutcome[] }> {
  return context.transaction(async tx => {
    const { timeZone } = await holdAdministration(context, tx, administrationId)
    const { good, refused } = readRows(CustomerRow, rows)
    const [right, twice] = splitByGeneral(good)
    const known = await knownCustomers(
      tx,
      administrationId,
      right.map(({ row }) => row.number),
    )
    const plans = right.map(({ row }) => compareCustomer(known.get(row.number), row))
    const ids = await writeCustomers(context, tx, { administrationId, plans })
    await refreshCaseRows(tx, [...ids.values()])
    await markDataAsOf(context, tx, administrationId)
    const outcomes = right.map(({ index, row }, place): RowOutcome => {
      const { outcome, detail } = outcomeOf(plans[place] as CustomerPlan, timeZone)
      return { index, number: row.number, id: ids.get(row.number) ?? null, outcome, detail }
    })
    const answer = inOrder([...refused, ...twice, ...outcomes])
    await recordAudit(tx, context, auditedCounts("upsertCustomers", administrationId, answer))
    return { rows: answer }
  })
}

/** Mail goes to the general contact, so there can be one. */
function splitByGeneral(rows: Placed<CustomerRow>[]): [Placed<CustomerRow>[], RowOutcome[]] {
  const isTwice = ({ row }: Placed<CustomerRow>) =>
    (row.contacts ?? []).filter(one => one.purpose === "general").length > 1
  const twice = rows.filter(isTwice)
  return [
    rows.filter(row => !isTwice(row)),
    twice.map(({ index, row }) =>
      refusal({ index, number: row.number }, "contacts: Only one contact can be the general one."),
    ),
  ]
}

function outcomeOf(plan: CustomerPlan, timeZone: string): Pick<RowOutcome, "outcome" | "detail"> {
  if (!plan.known) return { outcome: "created", detail: null }
  const detail = conflictWords(plan.conflicts, timeZone)
  if (detail) return { outcome: "conflict", detail }
  return { outcome: plan.changes.length > 0 ? "changed" : "unchanged", detail: null }
}

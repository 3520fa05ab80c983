import { and, eq, or, type SQL, sql } from "drizzle-orm"
import { requireUser, visibleAdministrations } from "../access/require-right.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { notifications } from "./tables.ts"

const kind = sql`${notifications.detail} #>> '{caseRef,kind}'`
const caseId = sql`(${notifications.detail} #>> '{caseRef,id}')::uuid`

/**
 * The user's own notifications in this organisation, each with the case it is about; without those of cases she has no right to any
 * more. @throws Problem not-allowed for a key
 */
export function ownNotifications(context: Context, tx: Transaction, more?: SQL) {
  const { userId } = requireUser(context)
  return tx
    .select({
      notification: notifications,
      caseNumber: sql<
        string | null
      >`case ${kind} when 'invoice' then ${invoices.number} when 'matter' then ${matters.number} else ${customers.number} end`.as(
        "case_number",
      ),
      customerName: customers.name,
    })
    .from(notifications)
    .leftJoin(invoices, and(sql`${kind} = 'invoice'`, eq(invoices.id, caseId)))
    .leftJoin(matters, and(sql`${kind} = 'matter'`, eq(matters.id, caseId)))
    .leftJoin(
      customers,
      sql`${customers.id} = coalesce(${invoices.customerId}, ${matters.customerId}, case ${kind} when 'customer' then ${caseId} end)`,
    )
    .where(
      and(
        eq(notifications.organisationId, context.organisationId),
        eq(notifications.userId, userId),
        or(
          sql`${notifications.detail} -> 'caseRef' is null`,
          isOneOf(customers.administrationId, visibleAdministrations(context)),
        ),
        more,
      ),
    )
    .$dynamic()
}

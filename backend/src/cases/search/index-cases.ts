import type { CaseKind } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import type { Transaction } from "../../database.ts"

/**
 * Writes again what case search reads about these cases, in the transaction that changed them: a customer's with those of its matters and
 * invoices, an invoice's with that of its customer. No ids: all of that kind in the organisation.
 */
export async function indexCases(tx: Transaction, kind: CaseKind, ids?: readonly string[]): Promise<void> {
  if (ids?.length === 0) return
  const list = ids ? `{${ids.join(",")}}` : null
  await tx.execute(sql`select casepost_index_cases(${kind}, ${list}::text::uuid[])`)
}

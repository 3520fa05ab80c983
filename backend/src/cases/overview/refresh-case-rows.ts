import { sql } from "drizzle-orm"
import type { Transaction } from "../../database.ts"

/**
 * Works out again what overviews say of these cases, of any kind, and of those above them. Called once in a writer's transaction, after
 * everything else: it holds the customers' rows in one order, so that two writers wait for each other instead of locking each other out.
 */
export async function refreshCaseRows(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`select casepost_refresh_case_rows(${`{${ids.join(",")}}`}::text::uuid[])`)
}

import { sql } from "drizzle-orm"
import type { Transaction } from "../../../database.ts"

/**
 * Lets the timelines of matters show what was written about the invoices they are about now. In the database, because timelines stand
 * above cases: nothing here may import them.
 */
export async function showUnderMatters(tx: Transaction, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return
  await tx.execute(sql`select casepost_show_under_matters(${`{${matterIds.join(",")}}`}::text::uuid[])`)
}

import { sql } from "drizzle-orm"
import type { Transaction } from "../../database.ts"

/** Tells overviews of messages of ours that were just written, each under every case it shows under; nothing else of these cases changed. */
export async function touchCaseRows(
  tx: Transaction,
  { touched, at }: { touched: { case_id: string; message_id: string }[]; at: Date },
): Promise<void> {
  await tx.execute(
    sql`select casepost_touch_case_rows(${JSON.stringify(touched)}::text::jsonb, ${at.toISOString()}::timestamptz)`,
  )
}

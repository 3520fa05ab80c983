import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"

/** The ids of an administration's customers by their numbers, in one query; unknown numbers are missing. */
export async function customerIdsByNumber(
  tx: Transaction,
  administrationId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = rowsOf<{ id: string; number: string }>(
    await tx.execute(sql`
      select id::text as id, number from customers where administration_id = ${administrationId}
        and number in (select jsonb_array_elements_text(${JSON.stringify([...new Set(numbers)])}::text::jsonb))`),
  )
  return new Map(rows.map(row => [row.number, row.id]))
}

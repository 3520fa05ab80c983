import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"
import type { bulkMessages } from "../tables.ts"

export type BulkRow = typeof bulkMessages.$inferSelect

/** Chosen cases that are alike. */
export type Group = { check: string; language: string; takenOut: boolean; administrationId: string; cases: number }

/** What was worked out while it is written, kept in `bulk_messages.checks`. */
export type Tally = {
  groups: Group[]
  missing: { name: string; cases: number }[]
  /** Customers with several messages, and the most one gets. Known once every case was looked at. */
  several: { customers: number; most: number }
  /** Cases somebody messaged in the last days. */
  lately: number
}

export const daysLately = 7

export function tallyOf({ checks }: Pick<BulkRow, "checks">): Tally {
  return { groups: [], missing: [], several: { customers: 0, most: 0 }, lately: 0, ...(checks as Partial<Tally>) }
}

/** Counts the cases that were looked at; what takes comparing them with each other only when all of them were. */
export async function countCases(
  tx: Transaction,
  { id, checkedTo, total, now }: { id: string; checkedTo: number; total: number; now: Date },
): Promise<Tally> {
  const looked = sql`bulk_message_id = ${id}::uuid and position < ${checkedTo}`
  const groups = rowsOf<Group>(
    await tx.execute(sql`
      select "check", language, taken_out as "takenOut", administration_id::text as "administrationId", count(*)::int as cases
      from bulk_message_cases where ${looked} group by 1, 2, 3, 4`),
  )
  const missing = rowsOf<{ name: string; cases: number }>(
    await tx.execute(sql`
      select name, count(*)::int as cases from bulk_message_cases, unnest(missing) as name
      where ${looked} and not taken_out and "check" = 'missing' group by name order by cases desc, name`),
  )
  if (checkedTo < total) return { groups, missing, several: { customers: 0, most: 0 }, lately: 0 }
  const going = sql`${looked} and not taken_out and "check" in ('ready', 'portal-only', 'suppressed')`
  const [several] = rowsOf<Tally["several"]>(
    await tx.execute(sql`
      select count(*)::int as customers, coalesce(max(n), 0)::int as most
      from (select count(*) as n from bulk_message_cases where ${going} group by customer_id having count(*) > 1) as busy`),
  )
  const since = new Date(now.getTime() - daysLately * 24 * 60 * 60 * 1000).toISOString()
  const [lately] = rowsOf<{ cases: number }>(
    await tx.execute(sql`
      select count(*)::int as cases from bulk_message_cases c
      where ${going} and exists (
        select from messages m where m.case_kind = c.case_kind and m.case_id = c.case_id and m.created_at > ${since}::timestamptz
          and m.direction = 'outgoing' and m.state <> 'cancelled')`),
  )
  return { groups, missing, several: several ?? { customers: 0, most: 0 }, lately: lately?.cases ?? 0 }
}

import { eq, sql } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { rowsOf, type Transaction } from "../../database.ts"
import type { BulkRow } from "../checking/tally.ts"
import { bulkMessages } from "../tables.ts"

/** What became of a bulk message's cases, as last counted. */
export type Results = {
  counts: Record<string, number>
  answered: number
  retryable: number
  /** Messages a minute, smoothed. */
  rate: number | null
  /** Milliseconds that counting took. */
  took: number
}

export function resultsOf({ results }: Pick<BulkRow, "results">): Results {
  return { counts: {}, answered: 0, retryable: 0, rate: null, took: 0, ...(results as Partial<Results>) }
}

/** A case's result in one word, for `c` (its case) and `r` (the last To of its message). */
export const resultWord = sql`case
  when c.state = 'left-out' then 'left-out'
  when c.state = 'waiting' then case when b.state = 'stopped' then 'cancelled' else 'waiting' end
  when r.state in ('held', 'scheduled') then 'waiting'
  when r.state = 'queued' then 'sending'
  when r.state in ('sent', 'delayed') then 'sent'
  when r.state in ('delivered', 'opened-in-email') then 'delivered'
  when r.state in ('opened', 'portal-only', 'cancelled') then r.state
  else 'not-delivered' end`

/** The last To of a case's message. */
export const lastTo = sql`left join lateral (
  select t.state, t.address, t.reason, t.sent_at, t.opened_at from recipients t where t.message_id = c.message_id and t.role = 'to'
  order by t.id desc limit 1) r on true`

/**
 * Whether what failed can go again by itself: to another address than before, or to the same one where the fault was not its own. What the
 * provider refused as it is, and what may have arrived, needs somebody to look at it.
 */
export const canRetry = sql`(r.state in ('bounced', 'failed', 'suppressed', 'complained', 'unknown') and p.address is not null
  and not exists (select from suppressions s where s.organisation_id = c.organisation_id and s.address = lower(p.address) and s.lifted_at is null)
  and (lower(p.address) <> r.address or r.state = 'bounced'
    or (r.state = 'failed' and r.reason not like 'The e-mail provider did not accept this e-mail.%')))`

/** The customer's general contact of now. One by one by its key: without estimates the planner would compare every case with every contact. */
export const generalContact = sql`left join lateral (
  select g.* from contacts g where g.customer_id = c.customer_id and g.purpose = 'general' offset 0) p on true`

/**
 * Figures that are not too old for what is happening; counting looks at every case, so it is done at most for a twentieth of the time, however
 * many are looking. Gives the row with its figures.
 */
export async function countResults(context: Context, tx: Transaction, bulk: BulkRow): Promise<BulkRow> {
  const now = context.now()
  const before = resultsOf(bulk)
  const age = bulk.countedAt ? now.getTime() - bulk.countedAt.getTime() : Number.POSITIVE_INFINITY
  const isNews = bulk.state === "sending" || bulk.state === "paused"
  const settledFor = bulk.finishedAt && !isNews ? now.getTime() - bulk.finishedAt.getTime() : 0
  if (age >= 0 && age < Math.max(500, 20 * before.took, Math.min(settledFor / 100, 60_000))) return bulk
  const start = performance.now()
  const rows = rowsOf<{ result: string; cases: number; answered: number; retryable: number }>(
    await tx.execute(sql`
      select ${resultWord} as result, count(*)::int as cases,
        count(*) filter (where c.message_id is not null and exists (
          select from messages i where i.case_kind = c.case_kind and i.case_id = c.case_id
            and i.created_at > b.started_at and i.direction = 'incoming'))::int as answered,
        count(*) filter (where ${canRetry})::int as retryable
      from bulk_messages b join bulk_message_cases c on c.bulk_message_id = b.id ${lastTo} ${generalContact}
      where b.id = ${bulk.id}::uuid group by 1`),
  )
  const counts = Object.fromEntries(rows.map(row => [row.result, row.cases]))
  const sum = (of: "answered" | "retryable") => rows.reduce((all, row) => all + row[of], 0)
  const results: Results = {
    counts,
    answered: sum("answered"),
    retryable: sum("retryable"),
    rate: bulk.state === "sending" ? rateOf(before, { counts, minutes: age / 60_000 }) : null,
    took: performance.now() - start,
  }
  // Whoever changed it meanwhile, or is changing it just now, needs newer ones: those of a done one are not asked for again and again.
  await tx.execute(sql`
    update ${bulkMessages} set results = ${JSON.stringify(results)}::text::jsonb, counted_at = ${now.toISOString()}::timestamptz
    where id in (select b.id from ${bulkMessages} b where b.id = ${bulk.id}::uuid and b.state = ${bulk.state} for update skip locked)`)
  return { ...bulk, results, countedAt: now }
}

/** What is done with, of a bulk message that is under way. */
export function doneOf(counts: Record<string, number>): number {
  return ["sent", "delivered", "opened", "not-delivered", "portal-only"].reduce(
    (sum, key) => sum + (counts[key] ?? 0),
    0,
  )
}

function rateOf(before: Results, now: { counts: Record<string, number>; minutes: number }): number | null {
  const made = doneOf(now.counts) - doneOf(before.counts)
  if (!Number.isFinite(now.minutes) || now.minutes <= 0 || made < 0) return before.rate
  const rate = made / now.minutes
  return before.rate === null ? rate : before.rate * 0.7 + rate * 0.3
}

/** The row as it is now, without its figures being counted. */
export async function readRow(tx: Transaction, id: string): Promise<BulkRow> {
  const [row] = await tx.select().from(bulkMessages).where(eq(bulkMessages.id, id))
  if (!row) throw new Error(`The bulk message ${id} went away in its own transaction.`)
  return row
}

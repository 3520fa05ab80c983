import { sql } from "drizzle-orm"
import { refreshCaseRows } from "../cases/overview/refresh-case-rows.ts"
import { isAmong, rowsOf, type Transaction } from "../database.ts"
import { messages } from "../messages/tables.ts"
import { conversations, entries } from "./tables.ts"

/** Takes many messages that were cancelled before they left out of timelines and inbox; a conversation without another message goes. */
export async function takeBackMessages(tx: Transaction, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  await tx.delete(entries).where(isAmong(entries.thingId, messageIds))
  const touched = rowsOf<{ caseId: string }>(
    await tx.execute(sql`
      with touched as (
        select distinct v.case_kind, v.case_id from ${conversations} v
        join ${messages} m on m.case_kind = v.case_kind and m.case_id = v.case_id
        where m.id = any (${`{${messageIds.join(",")}}`}::text::uuid[])
      ), last as (
        select t.case_kind, t.case_id, m.id, m.created_at from touched t left join lateral (
          select m.id, m.created_at from ${messages} m
          where m.case_kind = t.case_kind and m.case_id = t.case_id and m.state <> 'cancelled'
          order by m.created_at desc, m.id desc limit 1) m on true
      ), gone as (
        delete from ${conversations} v using last l
        where v.case_kind = l.case_kind and v.case_id = l.case_id and l.id is null
      ), kept as (
        update ${conversations} v set last_message_id = l.id, last_at = l.created_at from last l
        where v.case_kind = l.case_kind and v.case_id = l.case_id and l.id is not null
      )
      select case_id::text as "caseId" from touched`),
  )
  await refreshCaseRows(
    tx,
    touched.map(one => one.caseId),
  )
}

import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"
import { takeBackMessages } from "../../entries/take-back-messages.ts"
import { attempts, messages, recipients } from "../tables.ts"

/**
 * Cancels what is written of a bulk message and has not left: a first sending goes out of timeline and inbox, a retry (where asked) leaves
 * its message. Gives the ids of those first sendings.
 */
export async function cancelMessages(
  tx: Transaction,
  { bulkMessageId, retries, at }: { bulkMessageId: string; retries: boolean; at: Date },
): Promise<string[]> {
  const cancelled = rowsOf<{ id: string; messageId: string }>(
    await tx.execute(sql`
      update ${attempts} set state = 'cancelled', cancel_reason = 'undone'
      where bulk_message_id = ${bulkMessageId}::uuid and state = 'waiting' ${retries ? sql`` : sql`and number = 1`}
      returning id::text as id, message_id::text as "messageId"`),
  )
  if (cancelled.length === 0) return []
  const list = (ids: string[]) => `{${ids.join(",")}}`
  await tx.execute(sql`
    update ${recipients} set state = 'cancelled', state_at = ${at.toISOString()}::timestamptz
    where attempt_id in (select unnest(${list(cancelled.map(one => one.id))}::text::uuid[]))`)
  const taken = rowsOf<{ id: string }>(
    await tx.execute(sql`
      update ${messages} set state = 'cancelled'
      where id = any (${list(cancelled.map(one => one.messageId))}::text::uuid[]) and state = 'waiting' returning id::text as id`),
  )
  const ids = taken.map(one => one.id)
  await takeBackMessages(tx, ids)
  await tx.execute(sql`select casepost_index_messages(${list(ids)}::text::uuid[])`)
  return ids
}

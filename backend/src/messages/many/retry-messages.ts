import { sql } from "drizzle-orm"
import { newId } from "../../columns.ts"
import type { Transaction } from "../../database.ts"
import { attempts } from "../tables.ts"
import { writeRecipients } from "./write-messages.ts"

/** A message that goes again as it is, to the customer's address of now. */
export type RetriedMessage = { messageId: string; contactId: string | null; name: string | null; address: string }

/** Writes a new attempt for each of these messages, which may leave at once; copies are not sent a second time. */
export async function retryMessages(
  tx: Transaction,
  retried: {
    organisationId: string
    bulkMessageId: string
    by: { userId: string | null; name: string }
    priority: number
    at: Date
    messages: RetriedMessage[]
  },
): Promise<void> {
  if (retried.messages.length === 0) return
  const { organisationId, bulkMessageId, by, priority, at } = retried
  const again = retried.messages.map(message => ({ ...message, attemptId: newId() }))
  const rows = again.map(({ attemptId, messageId }) => ({ id: attemptId, message_id: messageId }))
  await tx.execute(sql`
    insert into ${attempts} (id, organisation_id, message_id, number, state, scheduled, leaves_at, by_user_id, by_name, priority,
      bulk_message_id, created_at)
    select n.id, ${organisationId}::uuid, n.message_id, 1 + (select max(a.number) from ${attempts} a where a.message_id = n.message_id),
      'waiting', false, ${at.toISOString()}::timestamptz, ${by.userId}::uuid, ${by.name}, ${priority}::int, ${bulkMessageId}::uuid,
      ${at.toISOString()}::timestamptz
    from jsonb_populate_recordset(null::${attempts}, ${JSON.stringify(rows)}::text::jsonb) n`)
  const nobody = { relationId: null, userId: null, leftOut: null, position: 0 }
  await writeRecipients(tx, {
    organisationId,
    at,
    rows: again.map(one => ({ ...nobody, ...one, role: "to", kind: "customer" })),
  })
}

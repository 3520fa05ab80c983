import { rightCovers } from "@casepost/shared/access"
import { normaliseAddress } from "@casepost/shared/addresses"
import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import { sql } from "drizzle-orm"
import { rightIn } from "../access/require-right.ts"
import { type Context, doerOf } from "../context.ts"
import { rowsOf, type Transaction } from "../database.ts"
import { type RetriedMessage, retryMessages } from "../messages/many/retry-messages.ts"
import { requireTransport } from "../messages/sending/prepare-message.ts"
import type { BulkRow } from "./checking/tally.ts"
import { canRetry, generalContact, lastTo } from "./describing/count-results.ts"
import { changeRun } from "./running/change-run.ts"
import { bulkPriority } from "./running/expand-bulk.ts"
import { settleStopped } from "./running/settle-stopped.ts"

/**
 * Sends again what failed and can go again unchanged, to the customer's address of now, as new attempts of the same messages. Asked twice,
 * the second finds them on their way. @throws Problem not-found, not-allowed, not-left-yet, sending-off
 */
export function retryBulkMessage(
  context: Context,
  { id, positions }: { id: string; positions?: number[] | undefined },
): Promise<BulkMessage> {
  return changeRun(context, id, async (tx, bulk) => {
    if (bulk.state === "writing" || bulk.startedAt === null)
      throw new Problem("not-left-yet", "Nothing of it has left yet.")
    requireTransport(context)
    const failed = await findFailed(context, tx, { bulk, positions })
    if (failed.length === 0) return undefined
    await settleStopped(tx, bulk)
    await retryMessages(tx, {
      organisationId: bulk.organisationId,
      bulkMessageId: id,
      by: doerOf(context.actor),
      priority: bulkPriority,
      at: context.now(),
      messages: failed,
    })
    return bulk.state === "paused" ? {} : { state: "sending", finishedAt: null }
  })
}

async function findFailed(
  context: Context,
  tx: Transaction,
  { bulk, positions }: { bulk: BulkRow; positions: number[] | undefined },
): Promise<RetriedMessage[]> {
  const places = bulk.administrationIds.filter(place => rightCovers(rightIn(context, place), "standard"))
  const chosen = positions ? sql`and c.position = any (${`{${positions.join(",")}}`}::text::int[])` : sql``
  const rows = rowsOf<RetriedMessage>(
    await tx.execute(sql`
      select c.message_id::text as "messageId", p.id::text as "contactId", p.name, p.address
      from bulk_message_cases c ${lastTo} ${generalContact} join customers x on x.id = c.customer_id
      where c.bulk_message_id = ${bulk.id}::uuid and c.state = 'message' and ${canRetry} and x.do_not_message is null
        and c.administration_id = any (${`{${places.join(",")}}`}::text::uuid[]) ${chosen} order by c.position`),
  )
  return rows.map(row => ({ ...row, address: normaliseAddress(row.address) }))
}

import type { StandardMessage } from "@casepost/shared/standard-messages"
import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import { bulkMessages } from "../../bulk-messages/tables.ts"
import type { Transaction } from "../../database.ts"
import { drafts } from "../../drafts/tables.ts"
import { attempts, messages } from "../../messages/tables.ts"

const underWay = ["writing", "held", "scheduled", "sending", "paused"]
const count = sql<number>`count(*)::int`

/** Where a standard message stands now, of everybody: changing it changes none of these, because they hold the text already. */
export async function readUses(tx: Transaction, id: string): Promise<StandardMessage["usedIn"]> {
  const holds = (content: typeof drafts.content | typeof bulkMessages.content) =>
    sql`${content} ->> 'standardMessageId' = ${id}`
  const [inDrafts] = await tx
    .select({ count })
    .from(drafts)
    .where(and(isNull(drafts.consumedAt), holds(drafts.content)))
  const [scheduled] = await tx
    .select({ count })
    .from(attempts)
    .innerJoin(messages, eq(messages.id, attempts.messageId))
    .where(
      and(
        eq(attempts.state, "waiting"),
        eq(attempts.scheduled, true),
        eq(messages.standardMessageId, id),
        isNull(messages.bulkMessageId),
      ),
    )
  const [inBulk] = await tx
    .select({ count })
    .from(bulkMessages)
    .where(and(inArray(bulkMessages.state, underWay), holds(bulkMessages.content)))
  return { drafts: inDrafts?.count ?? 0, scheduled: scheduled?.count ?? 0, bulkMessages: inBulk?.count ?? 0 }
}

import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { and, asc, desc, eq, ne, or, sql } from "drizzle-orm"
import { visibleAdministrations } from "../access/require-right.ts"
import { uploaderOf } from "../attachments/upload-attachment.ts"
import type { Context } from "../context.ts"
import { readCursor, writeCursor } from "../cursor.ts"
import { countResults } from "./describing/count-results.ts"
import { describeBulkMessages } from "./describing/describe-bulk-messages.ts"
import { bulkMessages } from "./tables.ts"

export type BulkPage = { cursor?: string | undefined; limit: number; sort: "newest" | "oldest"; drafts: boolean }

/** Bulk messages that leave one's sight counted anew at most; the others show what was counted last. */
const mostCounted = 5

/** Those of everybody whose administrations one may see, or one's own that are being written; by keyset. @throws Problem invalid */
export function listBulkMessages(
  context: Context,
  { cursor, limit, sort, drafts }: BulkPage,
): Promise<{ bulkMessages: BulkMessage[]; nextCursor: string | null }> {
  const own = or(eq(bulkMessages.userId, uploaderOf(context)), eq(bulkMessages.apiKeyId, uploaderOf(context)))
  const visible = `{${visibleAdministrations(context).join(",")}}`
  const place = cursor ? readCursor(cursor) : undefined
  const at = sql`(${bulkMessages.createdAt}, ${bulkMessages.id})`
  const after = place && sql`(${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`
  const direction = sort === "newest" ? desc : asc
  return context.transaction(async tx => {
    const rows = await tx
      .select()
      .from(bulkMessages)
      .where(
        and(
          eq(bulkMessages.organisationId, context.organisationId),
          drafts
            ? and(
                eq(bulkMessages.state, "writing"),
                own,
                sql`${bulkMessages.administrationIds} && ${visible}::text::uuid[]`,
              )
            : and(
                ne(bulkMessages.state, "writing"),
                sql`${bulkMessages.administrationIds} <@ ${visible}::text::uuid[]`,
              ),
          after && (sort === "newest" ? sql`${at} < ${after}` : sql`${at} > ${after}`),
        ),
      )
      .orderBy(direction(bulkMessages.createdAt), direction(bulkMessages.id))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    const counted = []
    for (const [index, row] of page.entries()) {
      const isNews = row.countedAt === null || index < mostCounted || row.state === "sending"
      counted.push(!drafts && isNews ? await countResults(context, tx, row) : row)
    }
    return {
      bulkMessages: await describeBulkMessages(context, tx, counted),
      nextCursor: last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
    }
  })
}

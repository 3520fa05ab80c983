import type { BulkContent, BulkMessage } from "@casepost/shared/bulk-messages"
import { eq } from "drizzle-orm"
import type { Context } from "../context.ts"
import { checkCases } from "./checking/check-cases.ts"
import { needsOf, readContent } from "./content/read-content.ts"
import { readRow } from "./describing/count-results.ts"
import { describeBulkMessage } from "./describing/describe-bulk-messages.ts"
import { lookFor } from "./open-bulk-message.ts"
import { requireOwn, requireWriting } from "./require-bulk-message.ts"
import { bulkMessages } from "./tables.ts"

/**
 * Keeps what is written. Cases are looked at again only where the text asks for other values than before.
 * @throws Problem not-found, not-allowed, stale-draft, relation-unavailable, invalid
 */
export async function saveBulkMessage(
  context: Context,
  { id, content, version }: { id: string; content: BulkContent; version: number },
): Promise<BulkMessage> {
  const saved = await context.transaction(async tx => {
    const bulk = await requireOwn(context, tx, id)
    requireWriting(bulk, version)
    const { administrationIds } = bulk
    const read = await readContent(context, tx, { content, before: bulk.content, administrationIds })
    const isSame = needsOf(read.content) === needsOf(bulk.content)
    await tx
      .update(bulkMessages)
      .set({ ...read, version: version + 1, savedAt: context.now(), ...(isSame ? {} : { checkedTo: 0 }) })
      .where(eq(bulkMessages.id, id))
    const looked = await checkCases(context, tx, { bulk: await readRow(tx, id), milliseconds: lookFor })
    return describeBulkMessage(context, tx, looked)
  })
  if (saved.checked < saved.total) context.wakeDelivery()
  return saved
}

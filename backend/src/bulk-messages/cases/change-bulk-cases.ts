import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { and, eq, ne } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { keepTally } from "../checking/check-cases.ts"
import { describeBulkMessage } from "../describing/describe-bulk-messages.ts"
import { requireOwn, requireWriting } from "../require-bulk-message.ts"
import { bulkMessageCases } from "../tables.ts"

/** Takes all cases of a bulk message out, or back in. @throws Problem not-found, not-allowed, stale-draft */
export function changeBulkCases(
  context: Context,
  { id, takenOut }: { id: string; takenOut: boolean },
): Promise<BulkMessage> {
  return context.transaction(async tx => {
    const bulk = await requireOwn(context, tx, id)
    requireWriting(bulk)
    await tx
      .update(bulkMessageCases)
      .set({ takenOut })
      .where(and(eq(bulkMessageCases.bulkMessageId, id), ne(bulkMessageCases.takenOut, takenOut)))
    return describeBulkMessage(context, tx, await keepTally(context, tx, bulk))
  })
}

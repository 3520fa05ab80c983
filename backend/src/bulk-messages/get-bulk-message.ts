import type { BulkMessage } from "@casepost/shared/bulk-messages"
import type { Context } from "../context.ts"
import { countResults } from "./describing/count-results.ts"
import { describeBulkMessage } from "./describing/describe-bulk-messages.ts"
import { requireSeen } from "./require-bulk-message.ts"

/** A bulk message with its figures of this moment. @throws Problem not-found */
export function getBulkMessage(context: Context, id: string): Promise<BulkMessage> {
  return context.transaction(async tx => {
    const bulk = await requireSeen(context, tx, id)
    const counted = bulk.state === "writing" ? bulk : await countResults(context, tx, bulk)
    return describeBulkMessage(context, tx, counted)
  })
}

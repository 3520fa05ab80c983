import type { BulkContent, BulkMessage, BulkSelection } from "@casepost/shared/bulk-messages"
import type { Context } from "../context.ts"
import { readRow } from "./describing/count-results.ts"
import { describeBulkMessage } from "./describing/describe-bulk-messages.ts"
import { freezeSelection } from "./open-bulk-message.ts"
import { accept } from "./send-bulk-message.ts"

/**
 * Messages a selection of cases in one request, in one transaction: it is accepted whole, or nothing happened.
 * @throws Problem as opening and sending one
 */
export async function startBulkMessage(
  context: Context,
  { selection, content, sendAt }: { selection: BulkSelection; content: BulkContent; sendAt?: string | undefined },
): Promise<BulkMessage> {
  const started = await context.transaction(async tx => {
    const bulk = await freezeSelection(context, tx, { selection, content })
    await accept(context, tx, { bulk, sendAt })
    const answer = await describeBulkMessage(context, tx, await readRow(tx, bulk.id))
    await context.rememberAnswer(tx, answer)
    return answer
  })
  context.wakeDelivery()
  return started
}

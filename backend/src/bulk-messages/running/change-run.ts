import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { BulkRow } from "../checking/tally.ts"
import { countResults, readRow } from "../describing/count-results.ts"
import { describeBulkMessage } from "../describing/describe-bulk-messages.ts"
import { requireOwn } from "../require-bulk-message.ts"
import { bulkMessages } from "../tables.ts"

/**
 * Changes how a bulk message runs. Its row is held, so whatever makes its messages at this moment has ended, and sees the change next.
 * @throws Problem not-found, not-allowed
 */
export async function changeRun(
  context: Context,
  id: string,
  work: (tx: Transaction, bulk: BulkRow) => Promise<Partial<BulkRow> | undefined>,
): Promise<BulkMessage> {
  const changed = await context.transaction(async tx => {
    const bulk = await requireOwn(context, tx, id)
    const change = await work(tx, bulk)
    if (change)
      await tx
        .update(bulkMessages)
        .set({ ...change, countedAt: null })
        .where(eq(bulkMessages.id, id))
    const row = await readRow(tx, id)
    const answer = await describeBulkMessage(
      context,
      tx,
      row.state === "writing" ? row : await countResults(context, tx, row),
    )
    await context.rememberAnswer(tx, answer)
    return answer
  })
  context.wakeDelivery()
  return changed
}

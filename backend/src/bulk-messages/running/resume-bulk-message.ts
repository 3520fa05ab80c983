import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { isOneOf } from "../../database.ts"
import { cancelMessages } from "../../messages/many/cancel-messages.ts"
import { countStandard } from "../content/count-standard.ts"
import { bulkMessageCases } from "../tables.ts"
import { changeRun } from "./change-run.ts"

/**
 * Goes on with a bulk message that was paused. What was made before the pause and did not leave is made anew: somebody may have paid, moved,
 * or must not be messaged any more since. @throws Problem not-found, not-allowed, not-left-yet, undo-too-late
 */
export function resumeBulkMessage(context: Context, id: string): Promise<BulkMessage> {
  return changeRun(context, id, async (tx, bulk) => {
    if (bulk.state === "sending" || bulk.state === "held" || bulk.state === "scheduled") return undefined
    if (bulk.state === "writing") throw new Problem("not-left-yet", "It was not sent yet.")
    if (bulk.state !== "paused") throw new Problem("undo-too-late", "It has ended: there is nothing to go on with.")
    if (bulk.startedAt === null) return { state: bulk.scheduled ? "scheduled" : "held" }
    const taken = await cancelMessages(tx, { bulkMessageId: id, retries: false, at: context.now() })
    await countStandard(tx, { bulk, uses: -taken.length })
    await tx
      .update(bulkMessageCases)
      .set({ state: "waiting", messageId: null })
      .where(and(eq(bulkMessageCases.bulkMessageId, id), isOneOf(bulkMessageCases.messageId, taken)))
    return { state: "sending" }
  })
}

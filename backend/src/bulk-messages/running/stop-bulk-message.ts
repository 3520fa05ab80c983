import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import type { Context } from "../../context.ts"
import { cancelMessages } from "../../messages/many/cancel-messages.ts"
import { countStandard } from "../content/count-standard.ts"
import { changeRun } from "./change-run.ts"

/**
 * Stops what has not left, also messages that were made and wait; what left is not called back. Stopped again, nothing happens.
 * @throws Problem not-found, not-allowed, not-left-yet, undo-too-late
 */
export function stopBulkMessage(context: Context, id: string): Promise<BulkMessage> {
  return changeRun(context, id, async (tx, bulk) => {
    if (bulk.state === "stopped") return undefined
    if (bulk.state === "writing") throw new Problem("not-left-yet", "It was not sent yet. Throw it away instead.")
    if (bulk.state === "done") throw new Problem("undo-too-late", "Everything has left already.")
    const cancelled = await cancelMessages(tx, { bulkMessageId: id, retries: true, at: context.now() })
    await countStandard(tx, { bulk, uses: -cancelled.length })
    return { state: "stopped", finishedAt: context.now() }
  })
}

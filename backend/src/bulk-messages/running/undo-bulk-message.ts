import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import { takeFromBulk } from "../../attachments/give-to-bulk.ts"
import type { Context } from "../../context.ts"
import { changeRun } from "./change-run.ts"

/** Takes a bulk message back before it leaves, by the server's clock: it is being written again. @throws Problem not-found, not-allowed, undo-too-late */
export function undoBulkMessage(context: Context, id: string): Promise<BulkMessage> {
  return changeRun(context, id, async (tx, bulk) => {
    const isDue = bulk.leavesAt === null || bulk.leavesAt <= context.now()
    // One that was paused before it began waits however late it is.
    const waits = bulk.state === "paused" || ((bulk.state === "held" || bulk.state === "scheduled") && !isDue)
    if (!waits || bulk.startedAt !== null)
      throw new Problem("undo-too-late", "It is leaving already, so it cannot be taken back. You can stop the rest.")
    const uploaderId = bulk.userId ?? bulk.apiKeyId ?? ""
    await takeFromBulk(tx, { bulkMessageId: id, uploaderId, uploads: bulk.content.attachmentIds })
    return { state: "writing", leavesAt: null, scheduled: false, savedAt: context.now() }
  })
}

import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import type { Context } from "../../context.ts"
import { changeRun } from "./change-run.ts"

/**
 * Holds what has not left: no further message is made, and none that was made leaves. Requests that were frozen already still go.
 * @throws Problem not-found, not-allowed, undo-too-late
 */
export function pauseBulkMessage(context: Context, id: string): Promise<BulkMessage> {
  return changeRun(context, id, async (_, bulk) => {
    if (bulk.state === "paused") return undefined
    if (bulk.state === "sending" || bulk.state === "held" || bulk.state === "scheduled") return { state: "paused" }
    throw new Problem("undo-too-late", "Nothing of it is waiting any more.")
  })
}

import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import type { Context } from "../../context.ts"
import { changeRun } from "./change-run.ts"

/** Goes on with a bulk message that was paused. @throws Problem not-found, not-allowed, not-left-yet, undo-too-late */
export function resumeBulkMessage(context: Context, id: string): Promise<BulkMessage> {
  return changeRun(context, id, async (_, bulk) => {
    if (bulk.state === "sending" || bulk.state === "held" || bulk.state === "scheduled") return undefined
    if (bulk.state === "writing") throw new Problem("not-left-yet", "It was not sent yet.")
    if (bulk.state !== "paused") throw new Problem("undo-too-late", "It has ended: there is nothing to go on with.")
    if (bulk.startedAt !== null) return { state: "sending" }
    return { state: bulk.scheduled ? "scheduled" : "held" }
  })
}

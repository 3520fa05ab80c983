import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import type { Context } from "../context.ts"
import { requireOwn } from "./require-bulk-message.ts"
import { bulkMessages } from "./tables.ts"

/** Throws away a bulk message that is still being written. @throws Problem not-found, not-allowed, undo-too-late */
export function discardBulkMessage(context: Context, id: string): Promise<void> {
  return context.transaction(async tx => {
    const bulk = await requireOwn(context, tx, id)
    if (bulk.state !== "writing")
      throw new Problem("undo-too-late", "This bulk message was sent, so it stays in the list.")
    await tx.delete(bulkMessages).where(eq(bulkMessages.id, id))
  })
}

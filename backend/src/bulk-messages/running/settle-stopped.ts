import { and, eq } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import type { BulkRow } from "../checking/tally.ts"
import { bulkMessageCases } from "../tables.ts"

/** Before a stopped bulk message runs again for some of its cases: the others, which would go on too, are left out for good. */
export async function settleStopped(tx: Transaction, bulk: BulkRow): Promise<void> {
  if (bulk.state !== "stopped") return
  await tx
    .update(bulkMessageCases)
    .set({ state: "left-out", reason: "Stopped before it left" })
    .where(and(eq(bulkMessageCases.bulkMessageId, bulk.id), eq(bulkMessageCases.state, "waiting")))
}

import { and, eq, inArray, lt } from "drizzle-orm"
import type { House } from "../context.ts"
import { bulkMessages } from "./tables.ts"

const day = 24 * 60 * 60 * 1000
/** Few at a time: each has up to 50,000 cases. */
const most = 20

/** Throws away bulk messages that were begun, not sent, and not touched for 30 days. */
export async function forgetOldBulkDrafts(house: House): Promise<void> {
  const before = new Date(house.now().getTime() - 30 * day)
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    const old = await tx
      .select({ id: bulkMessages.id })
      .from(bulkMessages)
      .where(and(eq(bulkMessages.state, "writing"), lt(bulkMessages.savedAt, before)))
      .limit(most)
    if (old.length === 0) return
    await tx.delete(bulkMessages).where(
      and(
        inArray(
          bulkMessages.id,
          old.map(row => row.id),
        ),
        // Again: one of them may be sent at this moment.
        eq(bulkMessages.state, "writing"),
      ),
    )
  })
}

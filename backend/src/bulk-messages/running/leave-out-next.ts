import { and, asc, eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { bulkMessageCases, bulkMessages } from "../tables.ts"

/** Leaves out the case whose turn it is, because its message cannot be made. */
export async function leaveOutNext(context: Context, id: string): Promise<void> {
  await context.transaction(async tx => {
    const [bulk] = await tx.select().from(bulkMessages).where(eq(bulkMessages.id, id)).for("update")
    // The first of all stands in one that is still `held`: what begins it was rolled back with the message that could not be made.
    if (!bulk || !["held", "scheduled", "sending"].includes(bulk.state)) return
    const ofIt = eq(bulkMessageCases.bulkMessageId, id)
    const [next] = await tx
      .select({ position: bulkMessageCases.position })
      .from(bulkMessageCases)
      .where(and(ofIt, eq(bulkMessageCases.state, "waiting")))
      .orderBy(asc(bulkMessageCases.position))
      .limit(1)
    if (!next) return
    await tx
      .update(bulkMessageCases)
      .set({ state: "left-out", reason: "This message could not be made" })
      .where(and(ofIt, eq(bulkMessageCases.position, next.position)))
  })
}

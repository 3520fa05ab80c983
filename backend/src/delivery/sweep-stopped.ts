import { and, eq, isNull, sql } from "drizzle-orm"
import type { House } from "../context.ts"
import { isOneOf } from "../database.ts"
import { moveRecipients } from "../messages/recipients/move-recipients.ts"
import type { Lease } from "./lease.ts"
import { mails } from "./tables.ts"

/** Mails at once. */
const most = 200

/**
 * Takes mails of bulk messages that were stopped out of the queue, as long as no request holds them. Their messages stand in the portal
 * already; nobody is mailed about them. Gives how many there were.
 */
export async function sweepStopped(house: House, lease: Lease): Promise<number> {
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    const stopped = await tx
      .select({ id: mails.id, recipientId: mails.recipientId })
      .from(mails)
      .where(
        and(
          eq(mails.state, "queued"),
          isNull(mails.batchId),
          sql`${mails.bulkMessageId} in (select id from bulk_messages where state = 'stopped')`,
        ),
      )
      .limit(most)
    if (stopped.length === 0) return 0
    const ids = stopped.map(mail => mail.id)
    await tx.update(mails).set({ state: "cancelled" }).where(isOneOf(mails.id, ids))
    await moveRecipients(tx, {
      ids: stopped.flatMap(mail => mail.recipientId ?? []),
      from: ["queued"],
      to: "cancelled",
      reason: "Stopped before it was mailed.",
      at: house.now(),
    })
    return stopped.length
  })
}

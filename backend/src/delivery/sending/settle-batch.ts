import { eq, inArray, sql } from "drizzle-orm"
import { newId } from "../../columns.ts"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { Lease } from "../lease.ts"
import { type DeliveryEvent, recordEvents } from "../record-event.ts"
import { deliveryBatches, mails } from "../tables.ts"
import type { ClaimedBatch } from "./claim-batch.ts"

/** What became of each mail of a request: accepted under an id, refused with a reason, or not known. */
export type MailResult =
  | { mailId: string; accepted: string }
  | { mailId: string; refused: string }
  | { mailId: string; unknown: true }

/** Writes down what became of a request's mails, in one fenced transaction. */
export async function settleBatch(
  house: House,
  lease: Lease,
  { batch, results, error }: { batch: ClaimedBatch; results: MailResult[]; error?: string },
): Promise<void> {
  const known = results.some(result => "accepted" in result) ? "accepted" : "refused"
  const state = results.some(result => "unknown" in result) ? "unknown" : known
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    await tx
      .update(deliveryBatches)
      // What was accepted is with the provider: the text need not lie here a second time.
      .set({ state, lastError: error ?? null, ...(state === "accepted" ? { body: "" } : {}) })
      .where(eq(deliveryBatches.id, batch.id))
    await writeResults(tx, results)
    await recordEvents(
      house,
      tx,
      results.map(result => asEvent(result, house.now())),
    )
  })
}

/** Tries again later, with the same bytes under the same key. */
export async function postponeBatch(
  house: House,
  lease: Lease,
  { batch, certain, wait, error }: { batch: ClaimedBatch; certain: boolean; wait: number; error: string },
): Promise<void> {
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    await tx
      .update(deliveryBatches)
      .set({
        nextTryAt: new Date(house.now().getTime() + wait),
        lastError: error.slice(0, 500),
        // Nobody has seen this request yet: the 24 hours of its key have not begun.
        ...(certain && !batch.triedBefore ? { firstTriedAt: null } : {}),
      })
      .where(eq(deliveryBatches.id, batch.id))
  })
}

/** A batch that was refused as a whole goes again as single requests under keys of their own, so that only what is wrong is lost. */
export async function splitBatch(house: House, lease: Lease, { batch, error }: { batch: ClaimedBatch; error: string }) {
  const bodies = JSON.parse(batch.body) as unknown[]
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    const [whole] = await tx
      .update(deliveryBatches)
      .set({ state: "refused", lastError: error.slice(0, 500), body: "" })
      .where(eq(deliveryBatches.id, batch.id))
      .returning()
    if (!whole) return
    for (const [index, mail] of batch.mails.entries()) {
      const id = newId()
      const single = { id, kind: "single", body: JSON.stringify(bodies[index]), idempotencyKey: id, state: "frozen" }
      const { account, priority } = whole
      await tx
        .insert(deliveryBatches)
        .values({ ...single, account, priority, fence: lease.fence(), nextTryAt: house.now() })
      await tx.update(mails).set({ batchId: id, position: 0 }).where(eq(mails.id, mail.mailId))
    }
  })
}

async function writeResults(tx: Transaction, results: MailResult[]): Promise<void> {
  const accepted = results.flatMap(result =>
    "accepted" in result ? [{ id: result.mailId, provider: result.accepted }] : [],
  )
  if (accepted.length > 0)
    await tx.execute(sql`
      update mails set state = 'accepted', provider_id = taken.provider
      from jsonb_to_recordset(${JSON.stringify(accepted)}::text::jsonb) as taken(id uuid, provider text)
      where mails.id = taken.id`)
  for (const result of results)
    if ("refused" in result)
      await tx
        .update(mails)
        .set({ state: "refused", error: result.refused.slice(0, 500) })
        .where(eq(mails.id, result.mailId))
  const unknown = results.filter(result => "unknown" in result).map(result => result.mailId)
  if (unknown.length > 0) await tx.update(mails).set({ state: "unknown" }).where(inArray(mails.id, unknown))
}

function asEvent(result: MailResult, happenedAt: Date): DeliveryEvent {
  const { mailId } = result
  if ("accepted" in result)
    return {
      eventId: `accepted:${mailId}`,
      type: "casepost.accepted",
      mailId,
      providerId: result.accepted,
      happenedAt,
      detail: {},
    }
  if ("refused" in result)
    return {
      eventId: `refused:${mailId}`,
      type: "casepost.refused",
      mailId,
      happenedAt,
      detail: { message: result.refused },
    }
  return { eventId: `unknown:${mailId}`, type: "casepost.unknown", mailId, happenedAt, detail: {} }
}

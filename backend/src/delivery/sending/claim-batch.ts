import { and, asc, eq, inArray, lte, notInArray, sql } from "drizzle-orm"
import type { House } from "../../context.ts"
import type { MailSecrets } from "../freezing/marks.ts"
import type { Lease } from "../lease.ts"
import { findLinksOf } from "../portal-link.ts"
import { deliveryBatches, mails } from "../tables.ts"

/** After so long the provider has forgotten the key (24 h, resend.com/docs/dashboard/emails/idempotency-keys), less a request's time. */
const keyIsRemembered = 24 * 3_600_000 - 120_000

export type ClaimedBatch = {
  id: string
  kind: "batch" | "single"
  body: string
  idempotencyKey: string
  priority: number
  tries: number
  firstTriedAt: Date
  /** An earlier try may have been accepted: nobody heard the answer. */
  triedBefore: boolean
  /** Tried so long ago that trying again could send it twice. */
  tooOld: boolean
  mails: (MailSecrets & { recipientId: string | null; address: string })[]
}

type Asking = { account: string; underWay: string[] }

/**
 * The next request whose turn it is: single messages first. That it is being tried is committed before the provider hears of it, so that
 * after a crash nobody takes it for untried.
 */
export async function claimBatch(house: House, lease: Lease, asking: Asking): Promise<ClaimedBatch | undefined> {
  const now = house.now()
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    const [next] = await tx
      .select()
      .from(deliveryBatches)
      .where(
        and(
          eq(deliveryBatches.account, asking.account),
          eq(deliveryBatches.state, "frozen"),
          lte(deliveryBatches.nextTryAt, now),
          asking.underWay.length > 0 ? notInArray(deliveryBatches.id, asking.underWay) : undefined,
        ),
      )
      .orderBy(asc(deliveryBatches.priority), asc(deliveryBatches.nextTryAt), asc(deliveryBatches.id))
      .limit(1)
    if (!next) return undefined
    const firstTriedAt = next.firstTriedAt ?? now
    await tx
      .update(deliveryBatches)
      .set({ firstTriedAt, tries: sql`${deliveryBatches.tries} + 1`, fence: lease.fence() })
      .where(eq(deliveryBatches.id, next.id))
    const rows = await tx.select().from(mails).where(eq(mails.batchId, next.id)).orderBy(asc(mails.position))
    const links = await findLinksOf(
      tx,
      rows.flatMap(mail => mail.recipientId ?? []),
    )
    return {
      id: next.id,
      kind: next.kind as "batch" | "single",
      body: next.body,
      idempotencyKey: next.idempotencyKey,
      priority: next.priority,
      tries: next.tries + 1,
      firstTriedAt,
      triedBefore: next.firstTriedAt !== null,
      tooOld: now.getTime() - firstTriedAt.getTime() > keyIsRemembered,
      mails: rows.map(mail => ({
        mailId: mail.id,
        recipientId: mail.recipientId,
        address: mail.address,
        linkIds: links.get(mail.recipientId ?? "") ?? new Set<string>(),
        sealedHref: mail.content?.button?.href,
      })),
    }
  })
}

/**
 * Takes over what an account left behind that nobody dispatches for any more (another key, another address): what was never tried, and
 * what is too old to be tried again. The rest waits: only that account could say what became of it.
 */
export async function adoptBatches(house: House, lease: Lease, account: string): Promise<void> {
  const forgotten = new Date(house.now().getTime() - keyIsRemembered)
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    const left = await tx
      .select({ id: deliveryBatches.id })
      .from(deliveryBatches)
      .where(
        and(
          eq(deliveryBatches.state, "frozen"),
          sql`${deliveryBatches.account} <> ${account}`,
          sql`(${deliveryBatches.firstTriedAt} is null or ${deliveryBatches.firstTriedAt} < ${forgotten.toISOString()}::timestamptz)`,
          sql`not exists (select from leases where leases.name = 'dispatcher:' || ${deliveryBatches.account} and leases.expires_at > clock_timestamp())`,
        ),
      )
    if (left.length === 0) return
    await tx
      .update(deliveryBatches)
      .set({ account })
      .where(
        inArray(
          deliveryBatches.id,
          left.map(batch => batch.id),
        ),
      )
  })
}

import { type DeliveryState, failedStates } from "@casepost/shared/delivery"
import { and, eq, sql } from "drizzle-orm"
import { refreshMessagedCases } from "../../cases/overview/refresh-messaged-cases.ts"
import { isOneOf, type Transaction } from "../../database.ts"
import { attempts, messages, recipients } from "../tables.ts"

/** What becomes of one address when its attempt leaves. */
export type LeavingRecipient = {
  id: string
  address: string | null
  /** The address was read only now. */
  addressIsNew: boolean
  state: DeliveryState
  reason: string | null
}

/** Writes that attempts left: from now on their messages stand in the portal, and each address says what becomes of it. */
export async function letLeave(
  tx: Transaction,
  left: { attempts: { id: string; messageId: string; scheduled: boolean }[]; recipients: LeavingRecipient[]; at: Date },
): Promise<void> {
  const attemptIds = left.attempts.map(attempt => attempt.id)
  const messageIds = left.attempts.map(attempt => attempt.messageId)
  await writeRecipients(tx, left.recipients, left.at)
  await tx.update(attempts).set({ state: "left", leftAt: left.at }).where(isOneOf(attempts.id, attemptIds))
  await tx
    .update(messages)
    .set({ state: "left", leftAt: left.at })
    .where(and(isOneOf(messages.id, messageIds), eq(messages.state, "waiting")))
  await markPortalOnly(
    tx,
    left.attempts.filter(attempt => attempt.scheduled).map(attempt => attempt.messageId),
  )
  const failed = left.recipients.filter(one => failedStates.includes(one.state))
  await refreshMessagedCases(
    tx,
    failed.map(one => one.id),
  )
}

async function writeRecipients(tx: Transaction, leaving: LeavingRecipient[], at: Date): Promise<void> {
  for (const alike of Map.groupBy(leaving, one => `${one.state} ${one.reason}`).values()) {
    const [{ state, reason } = { state: "queued", reason: null }] = alike
    const queuedAt = state === "queued" ? { queuedAt: at } : {}
    const ids = alike.map(one => one.id)
    await tx
      .update(recipients)
      .set({ state, reason, stateAt: at, ...queuedAt })
      .where(isOneOf(recipients.id, ids))
  }
  for (const { id, address } of leaving.filter(one => one.addressIsNew))
    await tx.update(recipients).set({ address }).where(eq(recipients.id, id))
}

/** A scheduled message that found no address when it left. */
async function markPortalOnly(tx: Transaction, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return
  const someAddress = tx
    .select({ one: sql`1` })
    .from(recipients)
    .where(and(eq(recipients.messageId, messages.id), sql`${recipients.state} not in ('portal-only', 'left-out')`))
  await tx
    .update(messages)
    .set({ portalOnly: true })
    .where(and(isOneOf(messages.id, messageIds), sql`not exists ${someAddress}`))
}

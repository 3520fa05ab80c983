import { and, asc, eq, gt, inArray, lte, min, sql } from "drizzle-orm"
import { customers } from "../cases/tables.ts"
import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { attempts, messages, recipients } from "../messages/tables.ts"
import type { Lease } from "./lease.ts"
import { cancelScheduled } from "./leaving/cancel-scheduled.ts"
import { decideRecipients } from "./leaving/decide-recipients.ts"
import { mails } from "./tables.ts"

/** Attempts that leave in one transaction: few enough that a single message never waits long for somebody's bulk. */
const mostAtOnce = 100

export type DueAttempt = {
  id: string
  organisationId: string
  administrationId: string
  messageId: string
  customerId: string
  caseKind: string
  caseId: string
  scheduled: boolean
  cancelOnReply: boolean
  priority: number
  createdAt: Date
  doNotMessage: string | null
}

/**
 * Lets go what was held long enough: from now on the message stands in the portal, and each address becomes a mail, or says why it does
 * not. A scheduled one whose customer answered first, or must not be messaged any more, is cancelled instead. Gives how many were due.
 */
export async function leaveDue(house: House, lease: Lease): Promise<number> {
  const { due, cancelled } = await house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    const due = await findDue(tx, house.now())
    const reasons = await reasonsToCancel(tx, due)
    const leaving = due.filter(attempt => !reasons.has(attempt.id))
    if (leaving.length > 0) await leave(tx, house.now(), leaving)
    return {
      due,
      cancelled: due
        .filter(attempt => reasons.has(attempt.id))
        .map(attempt => ({ attempt, reason: reasons.get(attempt.id) ?? "" })),
    }
  })
  for (const { attempt, reason } of cancelled) await cancelScheduled(house, { attempt, reason })
  return due.length
}

/** When something leaves next, if anything waits. */
export async function nextLeaving(house: House): Promise<Date | undefined> {
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    const [row] = await tx
      .select({ at: min(attempts.leavesAt) })
      .from(attempts)
      .where(eq(attempts.state, "waiting"))
    return row?.at ?? undefined
  })
}

async function findDue(tx: Transaction, now: Date): Promise<DueAttempt[]> {
  return tx
    .select({
      id: attempts.id,
      organisationId: attempts.organisationId,
      administrationId: messages.administrationId,
      messageId: messages.id,
      customerId: messages.customerId,
      caseKind: messages.caseKind,
      caseId: messages.caseId,
      scheduled: attempts.scheduled,
      cancelOnReply: messages.cancelOnReply,
      priority: attempts.priority,
      createdAt: attempts.createdAt,
      doNotMessage: customers.doNotMessage,
    })
    .from(attempts)
    .innerJoin(messages, eq(messages.id, attempts.messageId))
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(and(eq(attempts.state, "waiting"), lte(attempts.leavesAt, now)))
    .orderBy(asc(attempts.priority), asc(attempts.leavesAt))
    .limit(mostAtOnce)
    .for("update", { of: attempts, skipLocked: true })
}

async function reasonsToCancel(tx: Transaction, due: DueAttempt[]): Promise<Map<string, string>> {
  const reasons = new Map<string, string>()
  for (const attempt of due.filter(one => one.scheduled)) {
    if (attempt.doNotMessage !== null) reasons.set(attempt.id, "do-not-message")
    else if (attempt.cancelOnReply && (await wasAnswered(tx, attempt))) reasons.set(attempt.id, "customer-answered")
  }
  return reasons
}

async function wasAnswered(tx: Transaction, attempt: DueAttempt): Promise<boolean> {
  const [answer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.caseKind, attempt.caseKind),
        eq(messages.caseId, attempt.caseId),
        eq(messages.direction, "incoming"),
        gt(messages.createdAt, attempt.createdAt),
      ),
    )
    .limit(1)
  return answer !== undefined
}

async function leave(tx: Transaction, now: Date, leaving: DueAttempt[]): Promise<void> {
  const attemptIds = leaving.map(attempt => attempt.id)
  const messageIds = leaving.map(attempt => attempt.messageId)
  const decided = await decideRecipients(tx, leaving)
  const mailed = decided.filter(one => one.state === "queued")
  for (const [state, reason] of new Map(
    decided.map(one => [`${one.state} ${one.reason}`, [one.state, one.reason] as const]),
  ).values()) {
    const ids = decided.filter(one => one.state === state && one.reason === reason).map(one => one.id)
    const queuedAt = state === "queued" ? { queuedAt: now } : {}
    await tx
      .update(recipients)
      .set({ state, reason, stateAt: now, ...queuedAt })
      .where(inArray(recipients.id, ids))
  }
  for (const { id, address } of decided.filter(one => one.addressIsNew))
    await tx.update(recipients).set({ address }).where(eq(recipients.id, id))
  if (mailed.length > 0)
    await tx.insert(mails).values(
      mailed.map(({ id, organisationId, address, priority }) => ({
        organisationId,
        kind: "message",
        recipientId: id,
        address: address ?? "",
        priority,
        createdAt: now,
      })),
    )
  await tx.update(attempts).set({ state: "left", leftAt: now }).where(inArray(attempts.id, attemptIds))
  await tx
    .update(messages)
    .set({ state: "left", leftAt: now })
    .where(and(inArray(messages.id, messageIds), eq(messages.state, "waiting")))
  await markPortalOnly(
    tx,
    leaving.filter(attempt => attempt.scheduled).map(attempt => attempt.id),
  )
}

/** A scheduled message that found no address when it left. */
async function markPortalOnly(tx: Transaction, attemptIds: string[]): Promise<void> {
  if (attemptIds.length === 0) return
  const someAddress = tx
    .select({ one: sql`1` })
    .from(recipients)
    .where(and(eq(recipients.messageId, messages.id), sql`${recipients.state} not in ('portal-only', 'left-out')`))
  const ids = tx.select({ id: attempts.messageId }).from(attempts).where(inArray(attempts.id, attemptIds))
  await tx
    .update(messages)
    .set({ portalOnly: true })
    .where(and(inArray(messages.id, ids), sql`not exists ${someAddress}`))
}

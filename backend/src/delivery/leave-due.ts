import { and, asc, eq, gt, isNull, lte, min, or, type SQLWrapper, sql } from "drizzle-orm"
import { customers } from "../cases/tables.ts"
import { newId } from "../columns.ts"
import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { type CancelReason, cancelScheduled } from "../messages/sending/cancel-scheduled.ts"
import { letLeave } from "../messages/sending/let-leave.ts"
import { attempts, messages } from "../messages/tables.ts"
import type { Lease } from "./lease.ts"
import { decideRecipients } from "./leaving/decide-recipients.ts"
import { mails } from "./tables.ts"

/** Attempts that leave in one transaction: few enough that a single message never waits long for somebody's bulk. */
const mostAtOnce = 100
/** Mails of bulk messages that are queued before further ones leave: what is paused or stopped has left as little as can be. */
const mostQueued = 200

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
  /** Of a message that left before: a resend, or a retry in bulk, which may have waited through a pause. */
  isAgain: boolean
  priority: number
  bulkMessageId: string | null
  createdAt: Date
  doNotMessage: string | null
}

/**
 * Lets go what was held long enough: from now on the message stands in the portal, and each address becomes a mail, or says why it does
 * not. A scheduled one whose customer answered first, and one that waited or goes again to a customer who must not be messaged any more, is
 * cancelled instead. Gives how many were due.
 */
export async function leaveDue(house: House, lease: Lease): Promise<number> {
  const { due, reasons } = await house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    const due = await findDue(tx, house.now())
    const reasons = await reasonsToCancel(tx, due)
    const leaving = due.filter(attempt => !reasons.has(attempt.id))
    if (leaving.length > 0) await leave(tx, house.now(), leaving)
    return { due, reasons }
  })
  for (const { id, organisationId, messageId } of due) {
    const reason = reasons.get(id)
    if (reason) await cancelScheduled(house, { organisationId, attemptId: id, messageId, reason })
  }
  return due.length
}

/** When a single message leaves next, if any waits. */
export async function nextLeaving(house: House): Promise<Date | undefined> {
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    const [row] = await tx
      .select({ at: min(attempts.leavesAt) })
      .from(attempts)
      .where(and(eq(attempts.state, "waiting"), isNull(attempts.bulkMessageId)))
    return row?.at ?? undefined
  })
}

/** Single messages, and of bulk messages as many as there is room for behind them. */
async function findDue(tx: Transaction, now: Date): Promise<DueAttempt[]> {
  const singles = await findWaiting(tx, now, { bulk: false })
  if (singles.length > 0) return singles
  return findWaiting(tx, now, { bulk: true })
}

/** Neither paused nor stopped; asked of mails too. */
export function notHalted(bulkMessageId: SQLWrapper) {
  return sql`${bulkMessageId} not in (select id from bulk_messages where state in ('paused', 'stopped'))`
}

/** Bulk attempts only while few mails are queued; the question is answered from an index of at most that many. */
function roomForBulk() {
  return sql`(select count(*) from (
    select from ${mails} where state = 'queued' and priority > 0 limit ${mostQueued}) as queued) < ${mostQueued}`
}

async function findWaiting(tx: Transaction, now: Date, { bulk }: { bulk: boolean }): Promise<DueAttempt[]> {
  const { bulkMessageId } = attempts
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
      isAgain: sql<boolean>`${attempts.number} > 1`,
      priority: attempts.priority,
      bulkMessageId,
      createdAt: attempts.createdAt,
      doNotMessage: customers.doNotMessage,
    })
    .from(attempts)
    .innerJoin(messages, eq(messages.id, attempts.messageId))
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(
      and(
        eq(attempts.state, "waiting"),
        lte(attempts.leavesAt, now),
        bulk ? and(gt(attempts.priority, 0), roomForBulk()) : eq(attempts.priority, 0),
        bulk ? or(isNull(bulkMessageId), notHalted(bulkMessageId)) : undefined,
      ),
    )
    .orderBy(asc(attempts.priority), asc(attempts.leavesAt))
    .limit(mostAtOnce)
    .for("update", { of: attempts, skipLocked: true })
}

async function reasonsToCancel(tx: Transaction, due: DueAttempt[]): Promise<Map<string, CancelReason>> {
  const reasons = new Map<string, CancelReason>()
  for (const attempt of due) {
    if (attempt.doNotMessage !== null && (attempt.scheduled || attempt.isAgain))
      reasons.set(attempt.id, "do-not-message")
    else if (attempt.scheduled && attempt.cancelOnReply && (await wasAnswered(tx, attempt)))
      reasons.set(attempt.id, "customer-answered")
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
  const decided = await decideRecipients(tx, leaving)
  await letLeave(tx, { attempts: leaving, recipients: decided, at: now })
  const mailed = decided.filter(one => one.state === "queued")
  if (mailed.length === 0) return
  const bulkOf = new Map(leaving.map(attempt => [attempt.id, attempt.bulkMessageId]))
  const rows = mailed.map(({ id, organisationId, attemptId, address, priority }) => ({
    id: newId(),
    organisation_id: organisationId,
    recipient_id: id,
    address,
    priority,
    bulk_message_id: bulkOf.get(attemptId) ?? null,
    created_at: now.toISOString(),
  }))
  // One parameter for a hundred rows: Drizzle's thousand cost more time than the insert (bulk dispatch, `pnpm bench`).
  await tx.execute(sql`
    insert into ${mails} (id, organisation_id, kind, recipient_id, address, priority, bulk_message_id, state, created_at)
    select id, organisation_id, 'message', recipient_id, address, priority, bulk_message_id, 'queued', created_at
    from jsonb_populate_recordset(null::${mails}, ${JSON.stringify(rows)}::text::jsonb)`)
}

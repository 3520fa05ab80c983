import type { DeliveryState, Recipient } from "@casepost/shared/delivery"
import type { Attempt } from "@casepost/shared/timeline"
import { and, asc, sql } from "drizzle-orm"
import { isOneOf, type Transaction } from "../database.ts"
import { attempts, recipients } from "../messages/tables.ts"

/** The sendings of messages, first to last, each with its addresses. A resend that was undone in time never was. */
export async function readAttempts(tx: Transaction, messageIds: string[]): Promise<Map<string, Attempt[]>> {
  const undoneResend = sql`${attempts.number} > 1 and ${attempts.cancelReason} is not distinct from 'undone'`
  const readSendings = tx
    .select()
    .from(attempts)
    .where(and(isOneOf(attempts.messageId, messageIds), sql`not (${undoneResend})`))
    .orderBy(asc(attempts.number))
  const readAddresses = tx
    .select()
    .from(recipients)
    .where(isOneOf(recipients.messageId, messageIds))
    .orderBy(asc(recipients.position), asc(recipients.id))
  const [sendings, addresses] = await Promise.all([readSendings, readAddresses])
  const ofAttempt = Map.groupBy(addresses, row => row.attemptId)
  const ofMessage = Map.groupBy(sendings, row => row.messageId)
  return new Map(
    [...ofMessage].map(([messageId, rows]) => [
      messageId,
      rows.map(row => describeAttempt(row, ofAttempt.get(row.id) ?? [])),
    ]),
  )
}

function describeAttempt(row: typeof attempts.$inferSelect, addresses: (typeof recipients.$inferSelect)[]): Attempt {
  const cancelled = row.state === "cancelled"
  return {
    id: row.id,
    number: row.number,
    state: row.state === "waiting" ? (row.scheduled ? "scheduled" : "held") : cancelled ? "cancelled" : "left",
    leavesAt: row.leavesAt.toISOString(),
    by: row.byName,
    cancelReason: cancelled ? (row.cancelReason as Attempt["cancelReason"]) : null,
    recipients: addresses
      .toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
      .map(address => ({ ...describeRecipient(address), ...(cancelled ? { state: "cancelled" as const } : {}) })),
  }
}

const roles = ["to", "cc", "bcc"]

function describeRecipient(row: typeof recipients.$inferSelect): Recipient {
  const moment = (date: Date | null) => date?.toISOString() ?? null
  return {
    id: row.id,
    role: row.role as Recipient["role"],
    kind: row.kind as Recipient["kind"],
    name: row.name,
    address: row.address,
    relationId: row.relationId,
    userId: row.userId,
    state: row.state as DeliveryState,
    at: row.stateAt.toISOString(),
    reason: row.reason,
    openedAt: moment(row.openedAt),
    complainedAt: moment(row.complainedAt),
    steps: {
      queued: moment(row.queuedAt),
      sent: moment(row.sentAt),
      delivered: moment(row.deliveredAt),
      opened: moment(row.openedAt),
    },
  }
}

import type { CaseRef } from "@casepost/shared/cases"
import type { SentMessage } from "@casepost/shared/messages"
import { Problem } from "@casepost/shared/problems"
import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { suppressions } from "../../delivery/tables.ts"
import { attempts, messages, recipients } from "../tables.ts"

/**
 * The answer to sending: the last attempt of a message, found by itself or by the draft it was written in. A replay gets the same.
 * @throws Problem stale-draft when the message of that draft was taken back
 */
export async function sentMessage(
  tx: Transaction,
  of: { messageId: string } | { draftId: string | undefined },
): Promise<SentMessage> {
  const [last] = await tx
    .select({
      id: messages.id,
      caseKind: messages.caseKind,
      caseId: messages.caseId,
      messageState: messages.state,
      attemptId: attempts.id,
      scheduled: attempts.scheduled,
      leavesAt: attempts.leavesAt,
    })
    .from(messages)
    .innerJoin(attempts, eq(attempts.messageId, messages.id))
    .where("messageId" in of ? eq(messages.id, of.messageId) : eq(messages.draftId, of.draftId ?? ""))
    .orderBy(desc(attempts.number))
    .limit(1)
  if (!last || last.messageState === "cancelled")
    throw new Problem(
      "stale-draft",
      "This message was sent and taken back. Its text is a draft again: go on with that one.",
    )
  const { id, caseKind, caseId, scheduled, leavesAt } = last
  return {
    id,
    caseRef: { kind: caseKind as CaseRef["kind"], id: caseId },
    state: scheduled ? "scheduled" : "held",
    leavesAt: leavesAt.toISOString(),
    mails: await mailsOf(tx, last.attemptId),
  }
}

/** One an address that still takes mail. A scheduled recipient has no address yet, but somebody it belongs to. */
async function mailsOf(tx: Transaction, attemptId: string): Promise<number> {
  const [counted] = await tx
    .select({ mails: sql<number>`count(*)::int` })
    .from(recipients)
    .leftJoin(suppressions, and(eq(suppressions.address, recipients.address), isNull(suppressions.liftedAt)))
    .where(
      and(
        eq(recipients.attemptId, attemptId),
        isNull(suppressions.id),
        sql`coalesce(${recipients.address}, ${recipients.contactId}::text, ${recipients.relationId}::text, ${recipients.userId}::text) is not null`,
      ),
    )
  return counted?.mails ?? 0
}

import type { CaseRef } from "@casepost/shared/cases"
import { Problem } from "@casepost/shared/problems"
import { and, desc, eq, ne } from "drizzle-orm"
import { requireRight } from "../access/require-right.ts"
import { releaseAttachments } from "../attachments/release-attachments.ts"
import { refreshCaseRows } from "../cases/overview/refresh-case-rows.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { recountConversation } from "../entries/recount-conversation.ts"
import { removeEntry } from "../entries/remove-entry.ts"
import { countUse } from "../standard-messages/count-use.ts"
import { keepAsDraft } from "./keep-as-draft.ts"
import { caseOf, type MessageRow, requireMessage } from "./require-message.ts"
import { indexMessage } from "./sending/show-message.ts"
import { attempts, messages, recipients } from "./tables.ts"

/**
 * Takes back a message or a resend that has not left, by the server's clock; the text of a message becomes its author's draft again.
 * Where she is writing another draft on that case already, the cancelled entry stays with its text and `draftId` is null. What
 * somebody else sent, only an administrator takes back.
 * @throws Problem not-found, not-allowed, undo-too-late
 */
export async function undoMessage(context: Context, id: string): Promise<{ caseRef: CaseRef; draftId: string | null }> {
  return context.transaction(async tx => {
    const message = await requireMessage(context, tx, { id, right: "standard" })
    const attempt = await requireWaiting(context, tx, message)
    const own = context.actor.kind === "user" && context.actor.userId === attempt.byUserId
    if (!own) requireRight(context, message.administrationId, "administrator")
    await cancelAttempt(context, tx, attempt.id)
    const draftId = attempt.number === 1 ? await takeBack(context, tx, { message, attemptId: attempt.id }) : null
    await refreshCaseRows(tx, [message.caseId])
    return { caseRef: caseOf(message), draftId: own ? draftId : null }
  })
}

/** The last attempt, held: the dispatcher that takes it at this moment waits, or has won. */
async function requireWaiting(context: Context, tx: Transaction, message: MessageRow) {
  const [attempt] = await tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.messageId, message.id), ne(attempts.state, "cancelled")))
    .orderBy(desc(attempts.number))
    .limit(1)
    .for("update")
  if (!attempt)
    throw new Problem("undo-too-late", "This message is not going to be sent any more: there is nothing to take back.")
  if (attempt.state !== "waiting" || attempt.leavesAt <= context.now())
    throw new Problem("undo-too-late", "The message has already left, so it cannot be taken back.")
  return attempt
}

async function cancelAttempt(context: Context, tx: Transaction, attemptId: string): Promise<void> {
  await tx.update(attempts).set({ state: "cancelled", cancelReason: "undone" }).where(eq(attempts.id, attemptId))
  await tx
    .update(recipients)
    .set({ state: "cancelled", stateAt: context.now() })
    .where(eq(recipients.attemptId, attemptId))
}

/** Unwinds a message that never left: out of inbox and search, and out of the timelines unless its text would be lost. */
async function takeBack(
  context: Context,
  tx: Transaction,
  { message, attemptId }: { message: MessageRow; attemptId: string },
): Promise<string | null> {
  await tx.update(messages).set({ state: "cancelled" }).where(eq(messages.id, message.id))
  await countUse(tx, { id: message.standardMessageId, administrationId: message.administrationId, uses: -1 })
  const draftId = await keepAsDraft(tx, { message, attemptId, at: context.now() })
  if (draftId && message.authorUserId) {
    await releaseAttachments(tx, { messageId: message.id, uploaderId: message.authorUserId })
    await removeEntry(tx, message.id)
  }
  await recountConversation(tx, caseOf(message))
  await indexMessage(tx, message.id)
  return draftId
}

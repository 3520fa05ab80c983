import { and, eq } from "drizzle-orm"
import { releaseAttachments } from "../../attachments/release-attachments.ts"
import { attachments } from "../../attachments/tables.ts"
import { notifications } from "../../audit/tables.ts"
import { newId } from "../../columns.ts"
import { type House, makeContext } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { recountConversation } from "../../entries/recount-conversation.ts"
import { keepAsDraft } from "../../messages/keep-as-draft.ts"
import { caseOf, type MessageRow } from "../../messages/require-message.ts"
import { indexMessage } from "../../messages/sending/show-message.ts"
import { attempts, messages, recipients } from "../../messages/tables.ts"
import type { DueAttempt } from "../leave-due.ts"

/**
 * Cancels a scheduled message that should not go out any more, tells its author, and keeps the text as her draft (unless she is already
 * writing another one about this case). The entry stays and says why.
 */
export async function cancelScheduled(
  house: House,
  { attempt, reason }: { attempt: DueAttempt; reason: string },
): Promise<void> {
  const { organisationId } = attempt
  await makeContext(house, { actor: { kind: "system" }, organisationId }).transaction(async tx => {
    const [cancelled] = await tx
      .update(attempts)
      .set({ state: "cancelled", cancelReason: reason })
      .where(and(eq(attempts.id, attempt.id), eq(attempts.state, "waiting")))
      .returning()
    if (!cancelled) return
    await tx
      .update(recipients)
      .set({ state: "cancelled", stateAt: house.now() })
      .where(eq(recipients.attemptId, attempt.id))
    const [message] = await tx.select().from(messages).where(eq(messages.id, attempt.messageId))
    if (!message) return
    const draftId =
      message.state === "waiting" ? await takeBack(tx, { message, attemptId: attempt.id, at: house.now() }) : null
    const userId = cancelled.byUserId ?? message.authorUserId
    if (!userId) return
    const detail = { messageId: message.id, caseRef: caseOf(message), subject: message.subject, reason, draftId }
    await tx
      .insert(notifications)
      .values({ organisationId, userId, kind: "message-cancelled", detail, createdAt: house.now() })
  })
}

async function takeBack(
  tx: Transaction,
  { message, attemptId, at }: { message: MessageRow; attemptId: string; at: Date },
): Promise<string | null> {
  await tx.update(messages).set({ state: "cancelled" }).where(eq(messages.id, message.id))
  const draftId = await keepAsDraft(tx, { message, attemptId, at })
  if (draftId && message.authorUserId) await shareFiles(tx, message.id, message.authorUserId)
  await recountConversation(tx, caseOf(message))
  await indexMessage(tx, message.id)
  return draftId
}

/** The files go with the draft, under the ids it knows; the entry, which stays, keeps a second use of each. */
async function shareFiles(tx: Transaction, messageId: string, uploaderId: string): Promise<void> {
  const files = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), eq(attachments.ownerId, messageId)))
  await releaseAttachments(tx, { messageId, uploaderId })
  if (files.length > 0) await tx.insert(attachments).values(files.map(file => ({ ...file, id: newId() })))
}

import { and, eq } from "drizzle-orm"
import { shareAttachments } from "../../attachments/share-attachments.ts"
import { type House, makeContext } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { recountConversation } from "../../entries/recount-conversation.ts"
import { addNotification } from "../../notifications/add-notification.ts"
import { countUse } from "../../standard-messages/count-use.ts"
import { keepAsDraft } from "../keep-as-draft.ts"
import { caseOf, type MessageRow } from "../require-message.ts"
import { attempts, messages, recipients } from "../tables.ts"
import { indexMessage } from "./show-message.ts"

export type CancelReason = "customer-answered" | "do-not-message"

/**
 * Cancels a scheduled message that should not go out any more, tells its author, and keeps the text as her draft (unless she is already
 * writing another one about this case). The entry stays and says why.
 */
export async function cancelScheduled(
  house: House,
  of: { organisationId: string; attemptId: string; messageId: string; reason: CancelReason },
): Promise<void> {
  const { organisationId, attemptId, reason } = of
  await makeContext(house, { actor: { kind: "system" }, organisationId }).transaction(async tx => {
    const [cancelled] = await tx
      .update(attempts)
      .set({ state: "cancelled", cancelReason: reason })
      .where(and(eq(attempts.id, attemptId), eq(attempts.state, "waiting")))
      .returning()
    if (!cancelled) return
    await tx
      .update(recipients)
      .set({ state: "cancelled", stateAt: house.now() })
      .where(eq(recipients.attemptId, attemptId))
    const [message] = await tx.select().from(messages).where(eq(messages.id, of.messageId))
    if (!message) return
    const draftId = message.state === "waiting" ? await takeBack(tx, { message, attemptId, at: house.now() }) : null
    const userId = cancelled.byUserId ?? message.authorUserId
    if (!userId) return
    const detail = { messageId: message.id, caseRef: caseOf(message), subject: message.subject, reason, draftId }
    await addNotification(tx, { organisationId, userId, kind: "message-cancelled", detail, at: house.now() })
  })
}

async function takeBack(
  tx: Transaction,
  { message, attemptId, at }: { message: MessageRow; attemptId: string; at: Date },
): Promise<string | null> {
  await tx.update(messages).set({ state: "cancelled" }).where(eq(messages.id, message.id))
  await countUse(tx, { id: message.standardMessageId, administrationId: message.administrationId, uses: -1 })
  const draftId = await keepAsDraft(tx, { message, attemptId, at })
  if (draftId && message.authorUserId)
    await shareAttachments(tx, { messageId: message.id, uploaderId: message.authorUserId })
  await recountConversation(tx, caseOf(message))
  await indexMessage(tx, message.id)
  return draftId
}

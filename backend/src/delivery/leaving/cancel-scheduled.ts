import type { RecipientInput } from "@casepost/shared/messages"
import { and, asc, eq } from "drizzle-orm"
import { attachments } from "../../attachments/tables.ts"
import { notifications } from "../../audit/tables.ts"
import { newId } from "../../columns.ts"
import { type House, makeContext } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { drafts } from "../../drafts/tables.ts"
import { attempts, messages, recipients } from "../../messages/tables.ts"
import type { DueAttempt } from "../leave-due.ts"

type Message = typeof messages.$inferSelect

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
    if (message.state === "waiting")
      await tx.update(messages).set({ state: "cancelled" }).where(eq(messages.id, message.id))
    const userId = cancelled.byUserId ?? message.authorUserId
    if (!userId) return
    const draftId = cancelled.number === 1 ? await keepAsDraft(tx, { message, userId, now: house.now() }) : null
    await tx.insert(notifications).values({
      organisationId,
      userId,
      kind: "message-cancelled",
      detail: { messageId: message.id, caseRef: refOf(message), subject: message.subject, reason, draftId },
    })
  })
}

async function keepAsDraft(
  tx: Transaction,
  { message, userId, now }: { message: Message; userId: string; now: Date },
): Promise<string | null> {
  const files = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), eq(attachments.ownerId, message.id)))
    .orderBy(asc(attachments.position))
  const copies = files.map(file => ({ ...file, id: newId(), ownerKind: "upload", ownerId: userId, claimedAt: null }))
  const rows = await tx
    .select()
    .from(recipients)
    .where(eq(recipients.messageId, message.id))
    .orderBy(asc(recipients.position))
  const inRole = (role: string) => rows.filter(row => row.role === role).flatMap(asInput)
  const [draft] = await tx
    .insert(drafts)
    .values({
      organisationId: message.organisationId,
      userId,
      kind: "message",
      caseKind: message.caseKind,
      caseId: message.caseId,
      savedAt: now,
      content: {
        to: inRole("to"),
        cc: inRole("cc"),
        bcc: inRole("bcc"),
        subject: message.subject,
        bodyHtml: message.bodyHtml,
        attachmentIds: copies.map(copy => copy.id),
        standardMessageId: message.standardMessageId,
        names: Object.fromEntries(
          rows.flatMap(row => (row.name ? [[row.relationId ?? row.userId ?? row.address, row.name]] : [])),
        ),
      },
    })
    .onConflictDoNothing()
    .returning({ id: drafts.id })
  if (!draft) return null
  if (copies.length > 0) await tx.insert(attachments).values(copies)
  return draft.id
}

function asInput(row: typeof recipients.$inferSelect): RecipientInput[] {
  if (row.kind === "relation" && row.relationId) return [{ kind: "relation", relationId: row.relationId }]
  if (row.kind === "colleague" && row.userId) return [{ kind: "colleague", userId: row.userId }]
  if (row.address === null) return []
  if (row.kind === "customer") return [{ kind: "customer", address: row.address }]
  return [{ kind: "typed", address: row.address, ...(row.name ? { name: row.name } : {}) }]
}

function refOf(message: Message) {
  return { kind: message.caseKind, id: message.caseId }
}

import { and, desc, eq, isNotNull } from "drizzle-orm"
import { customers } from "../cases/tables.ts"
import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { messages } from "../messages/tables.ts"
import { notifyUser } from "./outcome/notify-user.ts"

type Message = typeof messages.$inferSelect

/** Tells the author of the conversation's last message that the customer answered. Called after the reply was committed. */
export async function tellOfReply(house: House, messageId: string): Promise<void> {
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    const [found] = await tx
      .select({ reply: messages, customerName: customers.name })
      .from(messages)
      .innerJoin(customers, eq(customers.id, messages.customerId))
      .where(and(eq(messages.id, messageId), eq(messages.direction, "incoming")))
    if (!found) return
    const { reply, customerName } = found
    const answered = await lastOutgoing(tx, reply)
    if (!answered?.authorUserId) return
    const caseRef = { kind: reply.caseKind, id: reply.caseId }
    await notifyUser(house, tx, {
      organisationId: reply.organisationId,
      administrationId: reply.administrationId,
      userId: answered.authorUserId,
      kind: "reply",
      detail: { messageId: reply.id, caseRef, customerName, subject: answered.subject },
      mail: {
        wanted: "notifyOnReply",
        language: "en",
        subject: `${customerName} answered: ${answered.subject}`,
        // The answer itself stays in Casepost: a notice is no place for a customer's words.
        paragraphs: [`${reply.authorName} of ${customerName} answered your message "${answered.subject}".`],
        button: { label: "Open in Casepost", href: `${house.config.publicUrl}/open/${caseRef.kind}/${caseRef.id}` },
      },
    })
  })
  house.wakeDelivery()
}

async function lastOutgoing(tx: Transaction, reply: Message): Promise<Message | undefined> {
  const [last] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.caseKind, reply.caseKind),
        eq(messages.caseId, reply.caseId),
        eq(messages.direction, "outgoing"),
        eq(messages.state, "left"),
        isNotNull(messages.authorUserId),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1)
  return last
}

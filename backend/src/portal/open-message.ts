import { Problem } from "@casepost/shared/problems"
import { and, eq, or } from "drizzle-orm"
import { validate } from "uuid"
import type { Context } from "../context.ts"
import { recordEvent } from "../delivery/record-event.ts"
import { messages, recipients } from "../messages/tables.ts"
import { type KnownCustomer, requireCustomer } from "./known-customer.ts"

/**
 * The customer saw a message: by input, or five visible seconds. Recorded once for the address this session came by, else for the
 * customer's own address on the message; never for a copy. @throws Problem not-found
 */
export async function openMessage(context: Context, messageId: string): Promise<void> {
  const actor = requireCustomer(context)
  const message = await context.transaction(async tx => {
    if (!validate(messageId)) return undefined
    const [row] = await tx
      .select({ id: messages.id, direction: messages.direction })
      .from(messages)
      .where(eq(messages.id, messageId))
    return row
  })
  if (!message) throw new Problem("not-found", "There is nothing here, or nothing you may see.")
  if (message.direction !== "outgoing") return
  const recipientId = await findReader(context, { actor, messageId: message.id })
  if (!recipientId && actor.scope === "conversation") return
  await recordEvent(context, {
    eventId: `opened:${message.id}:${recipientId ?? "customer"}`,
    type: "casepost.opened",
    messageId: message.id,
    recipientId,
    happenedAt: context.now(),
    detail: {},
  })
}

/**
 * The recipient this session's link was mailed to, when the message went to that address too. None: the customer came by code, or by
 * a link to another of her addresses. The portal's role cannot see addresses; the system's looks at who and to where, not at the text.
 */
async function findReader(
  context: Context,
  { actor, messageId }: { actor: KnownCustomer; messageId: string },
): Promise<string | undefined> {
  const { recipientId } = actor
  if (!recipientId) return undefined
  return context.database.inScope({ role: "casepost_system" }, async tx => {
    const rows = await tx
      .select({ id: recipients.id, messageId: recipients.messageId, address: recipients.address })
      .from(recipients)
      .where(and(eq(recipients.role, "to"), or(eq(recipients.id, recipientId), eq(recipients.messageId, messageId))))
    const own = rows.find(row => row.id === recipientId)
    return own && rows.some(row => row.messageId === messageId && row.address === own.address) ? recipientId : undefined
  })
}

import { and, eq, inArray, sql } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { recipients } from "../../messages/tables.ts"
import type { DeliveryEvent } from "../record-event.ts"

/**
 * Whose opening it was: only ever a To. With a link: the address it was mailed to; without one (access code): the addresses recorded for
 * the customer, or the message that went to the portal only.
 */
export async function findOpened(tx: Transaction, event: DeliveryEvent): Promise<string[]> {
  const [link] = event.recipientId
    ? await tx
        .select()
        .from(recipients)
        .where(and(eq(recipients.id, event.recipientId), eq(recipients.role, "to")))
    : []
  if (event.recipientId && !link) return []
  const messageId = event.messageId ?? link?.messageId
  if (!messageId) return []
  const rows = await tx
    .select({ id: recipients.id })
    .from(recipients)
    .where(
      and(
        eq(recipients.messageId, messageId),
        eq(recipients.role, "to"),
        link ? sql`${recipients.address} is not distinct from ${link.address}` : inArray(recipients.kind, ["customer"]),
      ),
    )
  return rows.map(row => row.id)
}

import type { Right } from "@casepost/shared/access"
import type { CaseRef } from "@casepost/shared/cases"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { messages } from "./tables.ts"

export type MessageRow = typeof messages.$inferSelect

/**
 * The message a deed is about. Its row is not held: whoever changes a sending holds the attempt first and the message after it.
 * @throws Problem not-found (missing, another organisation's and no right look the same), not-allowed
 */
export async function requireMessage(
  context: Context,
  tx: Transaction,
  { id, right }: { id: string; right: Exclude<Right, "none"> },
): Promise<MessageRow> {
  const [message] = validate(id) ? await tx.select().from(messages).where(eq(messages.id, id)) : []
  if (!message || message.organisationId !== context.organisationId) throw notHere()
  requireRight(context, message.administrationId, right)
  return message
}

export function caseOf(message: Pick<MessageRow, "caseKind" | "caseId">): CaseRef {
  return { kind: message.caseKind as CaseRef["kind"], id: message.caseId }
}

import type { CaseRef } from "@casepost/shared/cases"
import { and, desc, eq, isNotNull, notExists, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { messages, recipients } from "../messages/tables.ts"
import { requireConversation } from "./conversations/require-conversation.ts"
import { openMessage } from "./open-message.ts"

/** More than anybody finds unopened in one conversation; the rest is opened at the next visit. */
const most = 50

/** The customer chose this conversation or answered in it: every message in it counts as opened. @throws Problem not-found */
export async function openConversation(context: Context, caseRef: CaseRef): Promise<void> {
  const unopened = await context.transaction(async tx => {
    await requireConversation(context, tx, caseRef)
    const opened = tx
      .select({ one: sql`1` })
      .from(recipients)
      .where(and(eq(recipients.messageId, messages.id), isNotNull(recipients.openedAt)))
    return tx
      .select({ id: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.caseKind, caseRef.kind),
          eq(messages.caseId, caseRef.id),
          eq(messages.direction, "outgoing"),
          notExists(opened),
        ),
      )
      .orderBy(desc(messages.createdAt))
      .limit(most)
  })
  for (const { id } of unopened) await openMessage(context, id)
}

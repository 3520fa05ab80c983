import type { CaseRef } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { refreshCaseRows } from "../cases/overview/refresh-case-rows.ts"
import type { Transaction } from "../database.ts"
import { conversations } from "./tables.ts"

/** A message that was just written, as the inbox needs to know it. */
export type NewInConversation = {
  organisationId: string
  administrationId: string
  customerId: string
  caseRef: CaseRef
  messageId: string
  at: Date
  /** A reply is unread until somebody marks it read; what we write ourselves is not. */
  unread: boolean
}

/** Puts a new message on top of its conversation, and so the conversation on top of the inbox, in the writer's own transaction. */
export async function touchConversation(tx: Transaction, message: NewInConversation): Promise<void> {
  const { organisationId, administrationId, customerId, caseRef, messageId, at } = message
  const more = message.unread ? 1 : 0
  await tx
    .insert(conversations)
    .values({
      organisationId,
      administrationId,
      customerId,
      caseKind: caseRef.kind,
      caseId: caseRef.id,
      lastMessageId: messageId,
      lastAt: at,
      unread: more,
      hasUnread: message.unread,
    })
    .onConflictDoUpdate({
      target: [conversations.caseKind, conversations.caseId],
      set: {
        lastMessageId: messageId,
        lastAt: at,
        unread: sql`${conversations.unread} + ${more}`,
        hasUnread: sql`${conversations.unread} + ${more} > 0`,
      },
    })
  await refreshCaseRows(tx, [caseRef.id])
}

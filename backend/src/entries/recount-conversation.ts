import type { CaseRef } from "@casepost/shared/cases"
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm"
import { refreshCaseRows } from "../cases/overview/refresh-case-rows.ts"
import type { Transaction } from "../database.ts"
import { messages, readMarks } from "../messages/tables.ts"
import { conversations } from "./tables.ts"

/** Works out a conversation's last message and unread count again, after a message was taken back or marked; without messages it goes. */
export async function recountConversation(tx: Transaction, caseRef: CaseRef): Promise<void> {
  await recount(tx, caseRef)
  await refreshCaseRows(tx, [caseRef.id])
}

async function recount(tx: Transaction, caseRef: CaseRef): Promise<void> {
  const itsOwn = and(eq(conversations.caseKind, caseRef.kind), eq(conversations.caseId, caseRef.id))
  // Held until the end, so that a reply arriving meanwhile is counted by whoever comes second.
  await tx.select({ caseId: conversations.caseId }).from(conversations).where(itsOwn).for("update")
  const standing = and(
    eq(messages.caseKind, caseRef.kind),
    eq(messages.caseId, caseRef.id),
    ne(messages.state, "cancelled"),
  )
  const [last] = await tx
    .select({ id: messages.id, at: messages.createdAt })
    .from(messages)
    .where(standing)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1)
  if (!last) {
    await tx.delete(conversations).where(itsOwn)
    return
  }
  const [counted] = await tx
    .select({ unread: sql<number>`count(*)::int` })
    .from(messages)
    .leftJoin(readMarks, eq(readMarks.messageId, messages.id))
    .where(and(standing, isNull(readMarks.messageId)))
  const unread = counted?.unread ?? 0
  await tx
    .update(conversations)
    .set({ lastMessageId: last.id, lastAt: last.at, unread, hasUnread: unread > 0 })
    .where(itsOwn)
}

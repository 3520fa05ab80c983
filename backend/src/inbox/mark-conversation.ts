import type { CaseRef } from "@casepost/shared/cases"
import { and, desc, eq, isNull, ne } from "drizzle-orm"
import { notHere } from "../access/require-right.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { recountConversation } from "../entries/recount-conversation.ts"
import { setRead } from "../messages/set-read.ts"
import { messages, readMarks } from "../messages/tables.ts"

/**
 * Marks everything in a conversation read, or its last reply unread (where nobody answered: its last message), for everybody.
 * @throws Problem not-found, also for a case about which nothing was written
 */
export async function markConversation(context: Context, caseRef: CaseRef, { read }: { read: boolean }): Promise<void> {
  await context.transaction(async tx => {
    const { ref } = await requireCase(context, tx, caseRef, "restricted")
    const messageIds = read ? await unreadMessages(tx, ref) : [await lastReply(tx, ref)]
    await setRead(context, tx, { messageIds, read })
    await recountConversation(tx, ref)
  })
}

function standingIn(ref: CaseRef) {
  return and(eq(messages.caseKind, ref.kind), eq(messages.caseId, ref.id), ne(messages.state, "cancelled"))
}

async function unreadMessages(tx: Transaction, ref: CaseRef): Promise<string[]> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .leftJoin(readMarks, eq(readMarks.messageId, messages.id))
    .where(and(standingIn(ref), isNull(readMarks.messageId)))
  return rows.map(row => row.id)
}

async function lastReply(tx: Transaction, ref: CaseRef): Promise<string> {
  const [last] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(standingIn(ref))
    .orderBy(desc(eq(messages.direction, "incoming")), desc(messages.createdAt), desc(messages.id))
    .limit(1)
  if (!last) throw notHere()
  return last.id
}

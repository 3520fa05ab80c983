import type { CaseRef } from "@casepost/shared/cases"
import type { DeedResult } from "@casepost/shared/contract"
import type { deeds, PortalMessage } from "@casepost/shared/portal"
import { Problem } from "@casepost/shared/problems"
import { and, asc, desc, eq, inArray, max, sql } from "drizzle-orm"
import { attachments } from "../attachments/tables.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import { cleanFilledHtml, cleanSignature } from "../clean-html.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { messages, recipients } from "../messages/tables.ts"
import { describeConversations } from "./conversations/describe-conversations.ts"
import { requireConversation } from "./conversations/require-conversation.ts"
import { findCreditor } from "./find-creditor.ts"

/** Messages one conversation shows: the last ones. */
const mostMessages = 200

/** One conversation with its messages, oldest first. Reading marks nothing as opened. @throws Problem not-found */
export async function readConversation(
  context: Context,
  caseRef: CaseRef,
): Promise<DeedResult<typeof deeds.readPortalConversation>> {
  return context.transaction(async tx => {
    const found = await requireConversation(context, tx, caseRef)
    const creditor = await findCreditor(tx, found.administrationId)
    const cases = {
      customers:
        caseRef.kind === "customer" ? await tx.select().from(customers).where(eq(customers.id, caseRef.id)) : [],
      matters: caseRef.kind === "matter" ? await tx.select().from(matters).where(eq(matters.id, caseRef.id)) : [],
      invoices: caseRef.kind === "invoice" ? await tx.select().from(invoices).where(eq(invoices.id, caseRef.id)) : [],
    }
    const [conversation] = creditor ? await describeConversations(tx, cases, { creditor, now: context.now() }) : []
    if (!conversation) throw new Problem("not-found")
    return { conversation, messages: await readMessages(tx, caseRef) }
  })
}

async function readMessages(tx: Transaction, caseRef: CaseRef): Promise<PortalMessage[]> {
  const at = sql<Date>`coalesce(${messages.leftAt}, ${messages.createdAt})`.mapWith(messages.createdAt)
  const rows = await tx
    .select({
      id: messages.id,
      direction: messages.direction,
      authorName: messages.authorName,
      at,
      subject: messages.subject,
      bodyHtml: messages.bodyHtml,
      signatureHtml: messages.signatureHtml,
    })
    .from(messages)
    .where(and(eq(messages.caseKind, caseRef.kind), eq(messages.caseId, caseRef.id)))
    .orderBy(desc(at), desc(messages.id))
    .limit(mostMessages)
  const ids = rows.map(row => row.id)
  const [files, opened] = [await filesOf(tx, ids), await openedOf(tx, ids)]
  return rows.reverse().map(row => ({
    id: row.id,
    direction: row.direction === "incoming" ? ("incoming" as const) : ("outgoing" as const),
    authorName: row.authorName,
    at: row.at.toISOString(),
    subject: row.subject || null,
    bodyHtml: cleanFilledHtml(row.bodyHtml),
    signatureHtml: row.signatureHtml ? cleanSignature(row.signatureHtml) : null,
    attachments: files
      .filter(file => file.messageId === row.id)
      .map(({ id, name, contentType, size }) => ({ id, name, contentType, size })),
    openedAt: opened.get(row.id)?.toISOString() ?? null,
  }))
}

async function filesOf(tx: Transaction, messageIds: string[]) {
  if (messageIds.length === 0) return []
  return tx
    .select({
      id: attachments.id,
      messageId: attachments.ownerId,
      name: attachments.name,
      contentType: attachments.contentType,
      size: attachments.size,
    })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), inArray(attachments.ownerId, messageIds)))
    .orderBy(asc(attachments.position), asc(attachments.id))
}

/** When the customer opened each message; the portal's role sees To recipients only. */
async function openedOf(tx: Transaction, messageIds: string[]): Promise<Map<string, Date | null>> {
  if (messageIds.length === 0) return new Map()
  const rows = await tx
    .select({ messageId: recipients.messageId, openedAt: max(recipients.openedAt) })
    .from(recipients)
    .where(inArray(recipients.messageId, messageIds))
    .groupBy(recipients.messageId)
  return new Map(rows.map(row => [row.messageId, row.openedAt]))
}

import type { Attachment } from "@casepost/shared/attachments"
import type { CaseKind } from "@casepost/shared/cases"
import type { Attempt, MessageEntry, ReplyEntry } from "@casepost/shared/timeline"
import { eq } from "drizzle-orm"
import { caseNumber, joinsOf } from "../cases/number-of.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import { cleanFilledHtml, cleanSignature } from "../clean-html.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { messages, readMarks } from "../messages/tables.ts"
import { readAttempts } from "./read-attempts.ts"

/** Messages and replies as a timeline shows them, in no order: who, to whom, and what became of each address. */
export async function readMessages(
  tx: Transaction,
  ids: string[],
  files: ReadonlyMap<string, Attachment[]>,
): Promise<(MessageEntry | ReplyEntry)[]> {
  if (ids.length === 0) return []
  const on = joinsOf(messages)
  const reading = tx
    .select({ ...shown, caseNumber, markedAt: readMarks.at, readBy: readMarks.userName })
    .from(messages)
    .innerJoin(customers, on.customer)
    .leftJoin(matters, on.matter)
    .leftJoin(invoices, on.invoice)
    .leftJoin(readMarks, eq(readMarks.messageId, messages.id))
    .where(isOneOf(messages.id, ids))
  const [rows, attempts] = await Promise.all([reading, readAttempts(tx, ids)])
  return rows.map(row => {
    const entry = common(row, files.get(row.id) ?? [])
    return row.direction === "incoming"
      ? { type: "reply", ...entry, via: row.via === "email" ? "email" : "portal" }
      : { type: "message", ...entry, ...sent(row, attempts.get(row.id) ?? []) }
  })
}

const shown = {
  id: messages.id,
  caseKind: messages.caseKind,
  caseId: messages.caseId,
  direction: messages.direction,
  authorUserId: messages.authorUserId,
  authorName: messages.authorName,
  via: messages.via,
  subject: messages.subject,
  bodyHtml: messages.bodyHtml,
  signatureHtml: messages.signatureHtml,
  fromName: messages.fromName,
  fromAddress: messages.fromAddress,
  portalOnly: messages.portalOnly,
  createdAt: messages.createdAt,
}

type Row = Pick<typeof messages.$inferSelect, keyof typeof shown> & {
  caseNumber: string
  markedAt: Date | null
  readBy: string | null
}

function common(row: Row, files: Attachment[]) {
  return {
    id: row.id,
    at: row.createdAt.toISOString(),
    caseRef: { kind: row.caseKind as CaseKind, id: row.caseId },
    caseNumber: row.caseNumber,
    // Cleaned when it was written, and again here: a hole that was closed since then is closed for old messages too.
    bodyHtml: cleanFilledHtml(row.bodyHtml),
    attachments: files,
    author: { id: row.authorUserId, name: row.authorName },
    unread: row.markedAt === null,
    readBy: row.readBy,
  }
}

function sent(row: Row, attempts: Attempt[]) {
  const opened = attempts.flatMap(attempt => attempt.recipients.flatMap(({ openedAt }) => openedAt ?? []))
  return {
    from: `${row.fromName} <${row.fromAddress}>`,
    subject: row.subject,
    signatureHtml: row.signatureHtml === null ? null : cleanSignature(row.signatureHtml),
    attempts,
    portalOnly: row.portalOnly,
    openedAt: opened.sort()[0] ?? null,
  }
}

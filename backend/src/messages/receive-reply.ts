import type { CaseRef } from "@casepost/shared/cases"
import { canBeSeen } from "@casepost/shared/contract"
import { Problem } from "@casepost/shared/problems"
import { and, desc, eq } from "drizzle-orm"
import { type AcceptedFile, attachFiles } from "../attachments/accept-file.ts"
import { cleanHtml, htmlToText } from "../clean-html.ts"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { showMessage } from "./sending/show-message.ts"
import { messages } from "./tables.ts"

/** What a customer wrote, with files that were accepted before (`attachments/accept-file`). */
export type Reply = {
  caseRef: CaseRef
  administrationId: string
  customerId: string
  authorName: string
  /** Of the customer; sanitised here. */
  bodyHtml: string
  via: "portal" | "email"
  language: string
  files: AcceptedFile[]
}

/**
 * Writes a customer's reply: message, files, timeline entries, one more unread in its conversation, search. Runs in the scope of the
 * portal's role too, which may add all of this and read little of it back. Who is told of it is the caller's to do after the commit.
 * @throws Problem invalid when there is nothing to be read in it
 */
export async function receiveReply(context: Context, tx: Transaction, reply: Reply): Promise<{ id: string; at: Date }> {
  const { organisationId } = context
  const { caseRef, administrationId, customerId } = reply
  const id = newId()
  const at = context.now()
  const bodyHtml = cleanHtml(reply.bodyHtml)
  const bodyText = requireText(bodyHtml)
  await tx.insert(messages).values({
    id,
    organisationId,
    administrationId,
    customerId,
    caseKind: caseRef.kind,
    caseId: caseRef.id,
    direction: "incoming",
    authorName: reply.authorName,
    via: reply.via,
    subject: await subjectOf(tx, caseRef),
    bodyHtml,
    bodyText,
    language: reply.language,
    state: "left",
    leftAt: at,
    createdAt: at,
  })
  await attachFiles(tx, { files: reply.files, owner: { organisationId, messageId: id, at } })
  await showMessage(tx, {
    found: { ref: caseRef, organisationId, administrationId, customerId },
    messageId: id,
    at,
    unread: true,
  })
  return { id, at }
}

function requireText(bodyHtml: string): string {
  const bodyText = htmlToText(bodyHtml)
  if (canBeSeen(bodyText)) return bodyText
  const detail = "Write an answer."
  throw new Problem("invalid", detail, { fields: [{ path: "text", detail }] })
}

/** A reply goes on under the subject of what was last written to the customer. */
async function subjectOf(tx: Transaction, { kind, id }: CaseRef): Promise<string> {
  const [last] = await tx
    .select({ subject: messages.subject })
    .from(messages)
    .where(
      and(
        eq(messages.caseKind, kind),
        eq(messages.caseId, id),
        eq(messages.direction, "outgoing"),
        eq(messages.state, "left"),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1)
  return last?.subject ?? ""
}

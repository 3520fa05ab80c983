import { type DraftContent, emptyContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import { and, asc, eq } from "drizzle-orm"
import { attachments } from "../attachments/tables.ts"
import { contacts } from "../cases/tables.ts"
import type { Transaction } from "../database.ts"
import { restoreDraft } from "../drafts/restore-draft.ts"
import { caseOf, type MessageRow } from "./require-message.ts"
import { recipients } from "./tables.ts"

/**
 * Makes a draft of a message that will not leave, with its recipients and attachments, for its author.
 * None when an API key wrote it, or when she is writing another draft on that case.
 */
export async function keepAsDraft(
  tx: Transaction,
  { message, attemptId, at }: { message: MessageRow; attemptId: string; at: Date },
): Promise<string | null> {
  if (!message.authorUserId) return null
  return restoreDraft(tx, {
    organisationId: message.organisationId,
    userId: message.authorUserId,
    caseRef: caseOf(message),
    content: await contentOf(tx, message, attemptId),
    at,
  })
}

async function contentOf(tx: Transaction, message: MessageRow, attemptId: string): Promise<DraftContent> {
  const rows = await tx
    .select({ recipient: recipients, contactAddress: contacts.address })
    .from(recipients)
    .leftJoin(contacts, eq(contacts.id, recipients.contactId))
    .where(eq(recipients.attemptId, attemptId))
    .orderBy(asc(recipients.position))
  const files = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), eq(attachments.ownerId, message.id)))
    .orderBy(asc(attachments.position))
  const people = rows.map(({ recipient, contactAddress }) => {
    // A scheduled recipient's address stands with the contact until it leaves.
    const address = recipient.address ?? contactAddress
    return { role: recipient.role, name: recipient.name, input: inputOf({ ...recipient, address }) }
  })
  const inRole = (role: string) => people.flatMap(person => (person.role === role ? (person.input ?? []) : []))
  return {
    ...emptyContent,
    to: inRole("to"),
    cc: inRole("cc"),
    bcc: inRole("bcc"),
    subject: message.subject,
    bodyHtml: message.bodyHtml,
    // As it was written: the draft's placeholders are filled again when it is sent.
    ...message.source,
    attachmentIds: files.map(file => file.id),
    standardMessageId: message.standardMessageId,
    names: Object.fromEntries(
      people.flatMap(({ name, input }) => (name && input ? [[keyOf(input), name] as const] : [])),
    ),
  }
}

type Person = Pick<typeof recipients.$inferSelect, "kind" | "name" | "address" | "relationId" | "userId">

/** What the sender chose; nothing for the row that only says "portal only". */
function inputOf({ kind, name, address, relationId, userId }: Person): RecipientInput | undefined {
  if (relationId) return { kind: "relation", relationId }
  if (userId) return { kind: "colleague", userId }
  if (!address) return undefined
  return kind === "customer" ? { kind, address } : { kind: "typed", address, ...(name ? { name } : {}) }
}

function keyOf(input: RecipientInput): string {
  if (input.kind === "relation") return input.relationId
  return input.kind === "colleague" ? input.userId : input.address
}

import type { CaseKind } from "@casepost/shared/cases"
import type { DeliveryState } from "@casepost/shared/delivery"
import { sql } from "drizzle-orm"
import { newId } from "../../columns.ts"
import type { Transaction } from "../../database.ts"
import { showMessages } from "../../entries/show-messages.ts"
import type { ResolvedRecipient } from "../recipients/resolve-recipients.ts"
import { attempts, messages, readMarks, recipients } from "../tables.ts"

/** One message of many, with its text filled and its recipients decided. */
export type NewMessage = {
  id: string
  administrationId: string
  customerId: string
  caseKind: CaseKind
  caseId: string
  subject: string
  bodyHtml: string
  bodyText: string
  signatureHtml: string | null
  fromName: string
  fromAddress: string
  replyAddress: string
  language: string
  recipients: NewRecipient[]
}

/** Without an address: portal only, or left out. */
export type NewRecipient = Omit<ResolvedRecipient, "suppressed"> & {
  /** Why it is left out; none: it gets the message. */
  leftOut: string | null
}

/** What all of them have in common. */
export type WrittenTogether = {
  organisationId: string
  bulkMessageId: string
  standardMessageId: string | null
  filesInPortal: boolean
  authorUserId: string | null
  authorName: string
  /** Lower leaves first; single messages have 0. */
  priority: number
  at: Date
  messages: NewMessage[]
}

/** Writes many messages that may leave at once, with attempt, recipients, timeline and inbox: a constant number of statements. */
export async function writeMessages(tx: Transaction, together: WrittenTogether): Promise<void> {
  if (together.messages.length === 0) return
  await writeTexts(tx, together)
  await writeAttempts(tx, together)
  await showMessages(tx, {
    organisationId: together.organisationId,
    at: together.at,
    messages: together.messages.map(({ id, ...message }) => ({ messageId: id, ...message })),
  })
  const ids = together.messages.map(message => message.id)
  await tx.execute(sql`select casepost_index_messages(${`{${ids.join(",")}}`}::text::uuid[])`)
}

async function writeTexts(tx: Transaction, together: WrittenTogether): Promise<void> {
  const rows = together.messages.map(message => ({
    id: message.id,
    administration_id: message.administrationId,
    customer_id: message.customerId,
    case_kind: message.caseKind,
    case_id: message.caseId,
    subject: message.subject,
    body_html: message.bodyHtml,
    body_text: message.bodyText,
    signature_html: message.signatureHtml,
    from_name: message.fromName,
    from_address: message.fromAddress,
    reply_address: message.replyAddress,
    language: message.language,
    portal_only: message.recipients.every(one => one.role !== "to" || one.address === null),
  }))
  const { organisationId, authorUserId, authorName, bulkMessageId, standardMessageId, filesInPortal } = together
  const at = together.at.toISOString()
  await tx.execute(sql`
    insert into ${messages} (id, organisation_id, administration_id, customer_id, case_kind, case_id, direction, author_user_id,
      author_name, subject, body_html, body_text, signature_html, from_name, from_address, reply_address, language, state,
      bulk_message_id, standard_message_id, portal_only, files_in_portal, created_at)
    select id, ${organisationId}::uuid, administration_id, customer_id, case_kind, case_id, 'outgoing', ${authorUserId}::uuid,
      ${authorName}, subject, body_html, body_text, signature_html, from_name, from_address, reply_address, language, 'waiting',
      ${bulkMessageId}::uuid, ${standardMessageId}::uuid, portal_only, ${filesInPortal}::boolean, ${at}::timestamptz
    from jsonb_populate_recordset(null::${messages}, ${JSON.stringify(rows)}::text::jsonb)`)
  await tx.execute(sql`
    insert into ${readMarks} (message_id, organisation_id, user_id, user_name, at)
    select id::uuid, ${organisationId}::uuid, ${authorUserId}::uuid, ${authorName}, ${at}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(rows.map(row => row.id))}::text::jsonb) as written(id)`)
}

async function writeAttempts(tx: Transaction, together: WrittenTogether): Promise<void> {
  const sent = together.messages.map(message => ({ message, attemptId: newId() }))
  const { organisationId, authorUserId, authorName, bulkMessageId, priority } = together
  const at = together.at.toISOString()
  const rows = sent.map(({ message, attemptId }) => ({ id: attemptId, message_id: message.id }))
  await tx.execute(sql`
    insert into ${attempts} (id, organisation_id, message_id, number, state, scheduled, leaves_at, by_user_id, by_name, priority,
      bulk_message_id, created_at)
    select id, ${organisationId}::uuid, message_id, 1, 'waiting', false, ${at}::timestamptz, ${authorUserId}::uuid, ${authorName},
      ${priority}::int, ${bulkMessageId}::uuid, ${at}::timestamptz
    from jsonb_populate_recordset(null::${attempts}, ${JSON.stringify(rows)}::text::jsonb)`)
  await writeRecipients(tx, {
    organisationId,
    at: together.at,
    rows: sent.flatMap(({ message, attemptId }) =>
      message.recipients.map((recipient, position) => ({ ...recipient, messageId: message.id, attemptId, position })),
    ),
  })
}

type Placed = NewRecipient & { messageId: string; attemptId: string; position: number }

/** Writes the recipients of many attempts. */
export async function writeRecipients(
  tx: Transaction,
  { organisationId, at, rows }: { organisationId: string; at: Date; rows: Placed[] },
): Promise<void> {
  const written = rows.map(row => ({
    id: newId(),
    message_id: row.messageId,
    attempt_id: row.attemptId,
    role: row.role,
    kind: row.kind,
    name: row.name,
    address: row.address,
    relation_id: row.relationId,
    user_id: row.userId,
    contact_id: row.contactId,
    state: (row.leftOut === null ? "held" : "left-out") satisfies DeliveryState,
    reason: row.leftOut,
    position: row.position,
  }))
  await tx.execute(sql`
    insert into ${recipients} (id, organisation_id, message_id, attempt_id, role, kind, name, address, relation_id, user_id, contact_id,
      state, state_at, reason, position)
    select id, ${organisationId}::uuid, message_id, attempt_id, role, kind, name, address, relation_id, user_id, contact_id,
      state, ${at.toISOString()}::timestamptz, reason, position
    from jsonb_populate_recordset(null::${recipients}, ${JSON.stringify(written)}::text::jsonb)`)
}

import { and, asc, desc, eq, isNull } from "drizzle-orm"
import { memberships, users } from "../../access/tables.ts"
import { attachments } from "../../attachments/tables.ts"
import { contacts, customers, invoices, matters } from "../../cases/tables.ts"
import { isAmong, isOneOf, type Transaction } from "../../database.ts"
import { attempts, messages, recipients } from "../../messages/tables.ts"
import { noteForwards, noteRecipients, notes, reminders } from "../../notes/tables.ts"
import { administrations } from "../../organisations/tables.ts"
import type { mails } from "../tables.ts"

export type QueuedMail = typeof mails.$inferSelect
export type File = { name: string; contentType: string; size: number; sha256: string; fileKey: string }
export type MessageMaterial = Awaited<ReturnType<typeof readMessages>> extends Map<string, infer One> ? One : never
export type NoteMaterial = Awaited<ReturnType<typeof readNotes>> extends Map<string, infer One> ? One : never

/** Everything that mails are made of, in a constant number of queries however many mails there are. */
export async function readMaterial(tx: Transaction, queued: QueuedMail[]) {
  const recipientIds = queued.flatMap(mail => mail.recipientId ?? [])
  const noteIds = queued.filter(mail => mail.noteRecipientId || mail.reminderId)
  return {
    messages: recipientIds.length > 0 ? await readMessages(tx, recipientIds) : new Map<string, MessageMaterial>(),
    notes: noteIds.length > 0 ? await readNotes(tx, noteIds) : new Map<string, NoteMaterial>(),
  }
}

/** By recipient id. */
async function readMessages(tx: Transaction, recipientIds: string[]) {
  const rows = await tx
    .select({
      recipient: recipients,
      message: messages,
      administration: administrations,
      customerName: customers.name,
      invoiceNumber: invoices.number,
      matterNumber: matters.number,
    })
    .from(recipients)
    .innerJoin(messages, eq(messages.id, recipients.messageId))
    .innerJoin(attempts, eq(attempts.id, recipients.attemptId))
    .innerJoin(administrations, eq(administrations.id, messages.administrationId))
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(invoices, and(eq(messages.caseKind, "invoice"), eq(invoices.id, messages.caseId)))
    .leftJoin(matters, and(eq(messages.caseKind, "matter"), eq(matters.id, messages.caseId)))
    .where(isOneOf(recipients.id, recipientIds))
  const together = await tx
    .select()
    .from(recipients)
    .where(isAmong(recipients.attemptId, [...new Set(rows.map(row => row.recipient.attemptId))]))
    .orderBy(asc(recipients.position))
  const recorded = await tx
    .select({ customerId: contacts.customerId, address: contacts.address })
    .from(contacts)
    .where(isAmong(contacts.customerId, [...new Set(rows.map(row => row.message.customerId))]))
  const files = await readFiles(
    tx,
    "message",
    rows.map(row => row.message.id),
  )
  return new Map(
    rows.map(row => [
      row.recipient.id,
      {
        ...row,
        together: together.filter(other => other.attemptId === row.recipient.attemptId),
        recorded: recorded.some(
          contact =>
            contact.customerId === row.message.customerId &&
            contact.address?.toLowerCase() === row.recipient.address?.toLowerCase(),
        ),
        ...filesOf(row, files.get(row.message.id) ?? []),
      },
    ]),
  )
}

/** What a mail carries, and what it leaves to the portal: only the customer has one, so a copy always carries the files. */
function filesOf(
  { message, recipient }: { message: { filesInPortal: boolean }; recipient: { role: string } },
  all: File[],
) {
  return message.filesInPortal && recipient.role === "to"
    ? { files: [], portalFiles: all }
    : { files: all, portalFiles: [] as File[] }
}

/** By note recipient's or reminder's id. */
async function readNotes(tx: Transaction, queued: QueuedMail[]) {
  const noteRecipientIds = queued.flatMap(mail => mail.noteRecipientId ?? [])
  const reminderIds = queued.flatMap(mail => mail.reminderId ?? [])
  const about = {
    note: notes,
    administration: administrations,
    customerName: customers.name,
    invoiceNumber: invoices.number,
    matterNumber: matters.number,
  }
  const forwarded = await tx
    .select({ id: noteRecipients.id, toUserId: noteRecipients.userId, forward: noteForwards, ...about })
    .from(noteRecipients)
    .innerJoin(noteForwards, eq(noteForwards.id, noteRecipients.forwardId))
    .innerJoin(notes, eq(notes.id, noteForwards.noteId))
    .innerJoin(administrations, eq(administrations.id, notes.administrationId))
    .innerJoin(customers, eq(customers.id, notes.customerId))
    .leftJoin(invoices, and(eq(notes.caseKind, "invoice"), eq(invoices.id, notes.caseId)))
    .leftJoin(matters, and(eq(notes.caseKind, "matter"), eq(matters.id, notes.caseId)))
    .where(isOneOf(noteRecipients.id, noteRecipientIds))
  const reminded = await tx
    .select({ id: reminders.id, toUserId: reminders.userId, reminder: reminders, ...about })
    .from(reminders)
    .innerJoin(notes, eq(notes.id, reminders.noteId))
    .innerJoin(administrations, eq(administrations.id, notes.administrationId))
    .innerJoin(customers, eq(customers.id, notes.customerId))
    .leftJoin(invoices, and(eq(notes.caseKind, "invoice"), eq(invoices.id, notes.caseId)))
    .leftJoin(matters, and(eq(notes.caseKind, "matter"), eq(matters.id, notes.caseId)))
    .where(isOneOf(reminders.id, reminderIds))
  const rows = [
    ...forwarded.map(row => ({ ...row, reminder: undefined })),
    ...reminded.map(row => ({ ...row, forward: undefined })),
  ]
  const files = await readFiles(
    tx,
    "note",
    rows.map(row => row.note.id),
  )
  const answering = await activeAddresses(
    tx,
    rows.flatMap(row => whoAnswersGoTo(row) ?? []),
  )
  return new Map(
    rows.map(row => [
      row.id,
      {
        ...row,
        isColleague: row.toUserId !== null,
        replyTo: answering.get(`${row.note.organisationId} ${whoAnswersGoTo(row)}`),
        files: files.get(row.note.id) ?? [],
      },
    ]),
  )
}

/** Addresses of those who are still active in an organisation, by `organisation user`: a reminder may come years after it was set. */
async function activeAddresses(tx: Transaction, userIds: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ organisationId: memberships.organisationId, id: users.id, email: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(isOneOf(users.id, userIds), isNull(memberships.disabledAt)))
  return new Map(rows.map(row => [`${row.organisationId} ${row.id}`, row.email]))
}

/** The user who wrote the note, forwarded it or set the reminder; none for an API key. */
function whoAnswersGoTo(row: {
  note: { authorUserId: string | null }
  forward: { byUserId: string | null } | undefined
  reminder: { setByUserId: string | null; setByName: string } | undefined
}): string | null {
  if (row.forward) return row.forward.byUserId
  return row.reminder?.setByName ? row.reminder.setByUserId : row.note.authorUserId
}

async function readFiles(tx: Transaction, ownerKind: string, ownerIds: string[]): Promise<Map<string, File[]>> {
  const rows = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.ownerKind, ownerKind), isAmong(attachments.ownerId, [...new Set(ownerIds)])))
    .orderBy(asc(attachments.position), desc(attachments.id))
  const byOwner = new Map<string, File[]>()
  for (const row of rows) byOwner.set(row.ownerId, [...(byOwner.get(row.ownerId) ?? []), row])
  return byOwner
}

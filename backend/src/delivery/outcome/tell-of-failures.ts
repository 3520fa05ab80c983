import { eq, inArray } from "drizzle-orm"
import { customers } from "../../cases/tables.ts"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { attempts, messages, recipients } from "../../messages/tables.ts"
import { noteForwards, noteRecipients, notes, reminders } from "../../notes/tables.ts"
import { notifyUser } from "./notify-user.ts"
import type { Outcome } from "./read-outcome.ts"

type Failed = { outcome: Outcome; recipientIds: string[]; noteRecipientIds: string[]; reminderIds: string[] }

/** Tells whoever sent it that a message or note did not reach an address. A bulk message's failures are shown with it, not mailed one by one. */
export async function tellOfFailures(house: House, tx: Transaction, failed: Failed): Promise<void> {
  if (failed.recipientIds.length > 0) await tellOfMessages(house, tx, failed)
  if (failed.noteRecipientIds.length + failed.reminderIds.length > 0) await tellOfNotes(house, tx, failed)
}

async function tellOfMessages(house: House, tx: Transaction, { outcome, recipientIds }: Failed): Promise<void> {
  const rows = await tx
    .select({ recipient: recipients, message: messages, byUserId: attempts.byUserId, customerName: customers.name })
    .from(recipients)
    .innerJoin(attempts, eq(attempts.id, recipients.attemptId))
    .innerJoin(messages, eq(messages.id, recipients.messageId))
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(inArray(recipients.id, recipientIds))
  for (const { recipient, message, byUserId, customerName } of rows) {
    if (!byUserId) continue
    const caseRef = { kind: message.caseKind, id: message.caseId }
    await notifyUser(house, tx, {
      organisationId: message.organisationId,
      administrationId: message.administrationId,
      userId: byUserId,
      kind: "delivery-failed",
      detail: {
        messageId: message.id,
        recipientId: recipient.id,
        caseRef,
        customerName,
        subject: message.subject,
        address: recipient.address,
        state: outcome.state,
        reason: outcome.reason,
      },
      ...(message.bulkMessageId === null
        ? {
            mail: failureMail(house, {
              ...outcome,
              address: recipient.address,
              subject: `"${message.subject}" to ${customerName}`,
              heading: message.subject,
              caseRef,
            }),
          }
        : {}),
    })
  }
}

async function tellOfNotes(house: House, tx: Transaction, failed: Failed): Promise<void> {
  const { outcome } = failed
  const mailed = await tx
    .select({ address: noteRecipients.address, by: noteForwards.byUserId, note: notes, customerName: customers.name })
    .from(noteRecipients)
    .innerJoin(noteForwards, eq(noteForwards.id, noteRecipients.forwardId))
    .innerJoin(notes, eq(notes.id, noteForwards.noteId))
    .innerJoin(customers, eq(customers.id, notes.customerId))
    .where(inArray(noteRecipients.id, failed.noteRecipientIds))
  const reminded = await tx
    .select({ address: reminders.address, by: reminders.setByUserId, note: notes, customerName: customers.name })
    .from(reminders)
    .innerJoin(notes, eq(notes.id, reminders.noteId))
    .innerJoin(customers, eq(customers.id, notes.customerId))
    .where(inArray(reminders.id, failed.reminderIds))
  for (const { address, by, note, customerName, what } of [
    ...mailed.map(one => ({ ...one, what: "Your note" })),
    ...reminded.map(one => ({ ...one, what: "Your reminder" })),
  ]) {
    const userId = by ?? note.authorUserId
    if (!userId) continue
    const caseRef = { kind: note.caseKind, id: note.caseId }
    await notifyUser(house, tx, {
      organisationId: note.organisationId,
      administrationId: note.administrationId,
      userId,
      kind: "note-not-delivered",
      detail: { noteId: note.id, caseRef, customerName, address, state: outcome.state, reason: outcome.reason },
      mail: failureMail(house, {
        ...outcome,
        address,
        subject: `${what} about ${customerName}`,
        heading: `${what} about ${customerName}`,
        caseRef,
      }),
    })
  }
}

type About = {
  address: string | null
  /** What did not arrive, at the beginning of a sentence. */
  subject: string
  heading: string
  caseRef: { kind: string; id: string }
} & Outcome

function failureMail(house: House, { address, subject, heading, caseRef, reason }: About) {
  return {
    wanted: "notifyOnFailure" as const,
    notTo: address,
    language: "en",
    subject: `Not delivered: ${heading}`,
    paragraphs: [
      `${subject} did not reach ${address}.`,
      reason ?? "",
      "Choose another address and send it again.",
    ].filter(Boolean),
    button: { label: "Open in Casepost", href: `${house.config.publicUrl}/open/${caseRef.kind}/${caseRef.id}` },
  }
}

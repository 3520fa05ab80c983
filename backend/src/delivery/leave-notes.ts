import { and, asc, eq, lte, min } from "drizzle-orm"
import { customers } from "../cases/tables.ts"
import { newId } from "../columns.ts"
import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { moveNoteRecipients, moveReminders } from "../notes/move-note-recipients.ts"
import { noteRecipients, notes, reminders } from "../notes/tables.ts"
import { addNotification } from "../notifications/add-notification.ts"
import type { Lease } from "./lease.ts"
import { decideReminders } from "./leaving/decide-reminders.ts"
import { mails } from "./tables.ts"

/** Recipients and reminders that leave in one transaction. */
const mostAtOnce = 100

/**
 * Lets notes go to their recipients, and reminders whose moment has come: each address becomes a mail. Reminders go to the address of now;
 * who is no longer available is left out, and whoever set the reminder is told. Of a note that is done nobody is reminded. Rows are
 * moved in the transaction that queues their mails, under the lease: a crash or a second dispatcher mails nobody twice.
 */
export async function leaveNotes(house: House, lease: Lease): Promise<number> {
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    await lease.guard(tx)
    return (await leaveHeld(tx, house.now())) + (await leaveReminders(house, tx))
  })
}

/** When a reminder is due next, if any waits. */
export async function nextReminder(house: House): Promise<Date | undefined> {
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    const [row] = await tx
      .select({ at: min(reminders.at) })
      .from(reminders)
      .where(eq(reminders.state, "scheduled"))
    return row?.at ?? undefined
  })
}

async function leaveHeld(tx: Transaction, at: Date): Promise<number> {
  const held = await tx
    .select({ id: noteRecipients.id, organisationId: noteRecipients.organisationId, address: noteRecipients.address })
    .from(noteRecipients)
    .where(eq(noteRecipients.state, "held"))
    .orderBy(asc(noteRecipients.stateAt), asc(noteRecipients.position))
    .limit(mostAtOnce)
    .for("update", { skipLocked: true })
  if (held.length === 0) return 0
  await moveNoteRecipients(tx, { ids: held.map(one => one.id), from: ["held"], to: "queued", reason: null, at })
  await tx.insert(mails).values(
    held.map(({ id, organisationId, address }) => ({
      id: newId(),
      organisationId,
      kind: "note",
      noteRecipientId: id,
      address,
      createdAt: at,
    })),
  )
  return held.length
}

/** A reminder whose moment has come, with its note. */
export type DueReminder = Awaited<ReturnType<typeof findDue>>[number]

function findDue(tx: Transaction, now: Date) {
  return tx
    .select({ reminder: reminders, note: notes, customerName: customers.name })
    .from(reminders)
    .innerJoin(notes, eq(notes.id, reminders.noteId))
    .innerJoin(customers, eq(customers.id, notes.customerId))
    .where(and(eq(reminders.state, "scheduled"), lte(reminders.at, now)))
    .orderBy(asc(reminders.at), asc(reminders.position))
    .limit(mostAtOnce)
    .for("update", { of: reminders, skipLocked: true })
}

async function leaveReminders(house: House, tx: Transaction): Promise<number> {
  const at = house.now()
  const due = await findDue(tx, at)
  if (due.length === 0) return 0
  const done = due.filter(({ note }) => note.doneAt !== null).map(({ reminder }) => reminder.id)
  await moveReminders(tx, { ids: done, from: ["scheduled"], to: "cancelled", reason: "The note was done.", at })
  const going = due.filter(({ note }) => note.doneAt === null)
  for (const { due: one, address, state, reason } of await decideReminders(tx, going)) {
    const { id } = one.reminder
    const { organisationId } = one.note
    await moveReminders(tx, { ids: [id], from: ["scheduled"], to: state, reason, at, address })
    if (reason !== null) await tellLeftOut(tx, one, { reason, at })
    else
      await tx
        .insert(mails)
        .values({ id: newId(), organisationId, kind: "reminder", reminderId: id, address, createdAt: at })
  }
  return due.length
}

async function tellLeftOut(
  tx: Transaction,
  { reminder, note, customerName }: DueReminder,
  { reason, at }: { reason: string; at: Date },
): Promise<void> {
  const userId = reminder.setByUserId ?? note.authorUserId
  if (!userId) return
  await addNotification(tx, {
    organisationId: note.organisationId,
    userId,
    kind: "reminder-left-out",
    detail: {
      noteId: note.id,
      caseRef: { kind: note.caseKind, id: note.caseId },
      customerName,
      address: reminder.name ?? reminder.address,
      reason,
    },
    at,
  })
}

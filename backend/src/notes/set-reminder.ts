import type { NoteEntry, ReminderInput } from "@casepost/shared/notes"
import { Problem } from "@casepost/shared/problems"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { requireTransport } from "../messages/sending/prepare-message.ts"
import { resolveNoteRecipients } from "./recipients/resolve-note-recipients.ts"
import { auditedReminder, reminderMoment, writeReminder } from "./recipients/write-reminder.ts"
import { describeNote, requireNote } from "./require-note.ts"

/**
 * Sets, changes or takes away the reminder of a note. What was sent stays; what waits is replaced.
 * @throws Problem not-found, not-allowed (a restricted user typed an address), customer-address, relation-unavailable, sending-off,
 * invalid (a moment that passed, a note that is done)
 */
export async function setReminder(
  context: Context,
  { id, reminder, confirmedAddresses }: { id: string; reminder: ReminderInput | null; confirmedAddresses: string[] },
): Promise<NoteEntry> {
  const entry = await context.transaction(async tx => {
    const { note, found } = await requireNote(context, tx, id)
    if (reminder && note.doneAt) throw doneAlready()
    if (reminder) requireTransport(context)
    await writeReminder(context, tx, {
      noteId: note.id,
      ...(reminder ? { at: reminderMoment(context, reminder), timeZone: reminder.timeZone } : {}),
      people: await resolveNoteRecipients(context, tx, {
        found,
        asked: reminder?.recipients ?? [],
        path: "reminder.recipients",
        confirmed: confirmedAddresses,
      }),
    })
    const answer = await describeNote(tx, note.id)
    await recordAudit(tx, context, {
      deed: "setReminder",
      subject: { kind: "note", id: note.id },
      administrationId: found.administrationId,
      detail: { case: found.number, reminder: reminder && auditedReminder(answer.reminder) },
    })
    return answer
  })
  context.wakeDelivery()
  return entry
}

function doneAlready(): Problem {
  const detail = "This note is done, so nobody is reminded. Mark it as not done first."
  return new Problem("invalid", detail, { fields: [{ path: "reminder", detail }] })
}

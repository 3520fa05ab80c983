import type { NoteEntry, NoteRecipientInput } from "@casepost/shared/notes"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { requireTransport } from "../messages/sending/prepare-message.ts"
import { resolveNoteRecipients } from "./recipients/resolve-note-recipients.ts"
import { writeForward } from "./recipients/write-forward.ts"
import { describeNote, requireNote } from "./require-note.ts"

/**
 * Mails an existing note, with its attachments, to people it is now told to. The note itself does not change.
 * @throws Problem not-found, not-allowed (a restricted user typed an address), customer-address, relation-unavailable, sending-off
 */
export async function forwardNote(
  context: Context,
  forward: { id: string; recipients: NoteRecipientInput[]; confirmedAddresses: string[] },
): Promise<NoteEntry> {
  const entry = await context.transaction(async tx => {
    const { note, found } = await requireNote(context, tx, forward.id)
    const people = await resolveNoteRecipients(context, tx, {
      found,
      asked: forward.recipients,
      path: "recipients",
      confirmed: forward.confirmedAddresses,
    })
    requireTransport(context)
    await writeForward(context, tx, { noteId: note.id, kind: "forwarded", people })
    await recordAudit(tx, context, {
      deed: "forwardNote",
      subject: { kind: "note", id: note.id },
      administrationId: found.administrationId,
      detail: { case: found.number, to: people.map(person => person.address) },
    })
    const answer = await describeNote(tx, note.id)
    await context.rememberAnswer(tx, answer)
    return answer
  })
  context.wakeDelivery()
  return entry
}

import { canBeSeen } from "@casepost/shared/contract"
import type { AddNoteBody, NoteEntry } from "@casepost/shared/notes"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { claimAttachments } from "../attachments/claim-attachments.ts"
import { recordAudit } from "../audit/record-audit.ts"
import type { FoundCase } from "../cases/find-case.ts"
import { requireCase } from "../cases/require-case.ts"
import { cleanHtml, htmlToText } from "../clean-html.ts"
import { newId } from "../columns.ts"
import { type Context, doerOf } from "../context.ts"
import type { Transaction } from "../database.ts"
import { consumeDraft } from "../drafts/consume-draft.ts"
import { addEntry } from "../entries/add-entry.ts"
import { requireTransport } from "../messages/sending/prepare-message.ts"
import { type NotePerson, resolveNoteRecipients } from "./recipients/resolve-note-recipients.ts"
import { type Mention, resolveMentions, tellMentioned } from "./recipients/tell-mentioned.ts"
import { writeForward } from "./recipients/write-forward.ts"
import { auditedReminder, reminderMoment, writeReminder } from "./recipients/write-reminder.ts"
import { describeNote } from "./require-note.ts"
import { notes } from "./tables.ts"

/**
 * Adds an internal note to a case: note, attachments, timeline rows, recipients and reminder in one transaction; the dispatcher takes
 * the recipients from their rows. The draft it was written in is consumed with it, so a double click or a replay gives the same note.
 * @throws Problem not-found, not-allowed (a restricted user typed an address), customer-address, relation-unavailable, stale-draft,
 * attachment-refused, too-large, sending-off (somebody is to be mailed), invalid
 */
export async function addNote(context: Context, body: AddNoteBody): Promise<NoteEntry> {
  const note = await context.transaction(async tx => {
    const found = await requireCase(context, tx, body.caseRef, "restricted")
    const before = await addedBefore(context, tx, { found, body })
    if (before) return before
    const text = requireText(body)
    const { people, reminder, mentions } = await resolvePeople(context, tx, { found, body })
    const noteId = await writeNote(context, tx, { found, body, text, mentions })
    await claimAttachments(context, tx, {
      ids: body.attachmentIds,
      owner: { kind: "note", id: noteId },
      administrationId: found.administrationId,
      customerId: found.customerId,
    })
    await writeForward(context, tx, { noteId, kind: "written", people })
    if (reminder) await writeReminder(context, tx, { noteId, ...reminder })
    const mailed = people.map(person => person.address)
    await tellMentioned(context, tx, { found, noteId, mentions, bodyText: text.bodyText, mailed })
    const entry = await describeNote(tx, noteId)
    if (mailed.length > 0 || reminder) await auditNote(context, tx, { found, entry })
    await context.rememberAnswer(tx, entry)
    return entry
  })
  context.wakeDelivery()
  return note
}

type Adding = { found: FoundCase; body: AddNoteBody }

async function addedBefore(context: Context, tx: Transaction, { found, body }: Adding): Promise<NoteEntry | undefined> {
  if (!body.draftId) return undefined
  const draft = { id: body.draftId, kind: "note", caseRef: found.ref, version: body.draftVersion } as const
  if ((await consumeDraft(context, tx, draft)) === "consumed") return undefined
  const [row] = await tx.select({ id: notes.id }).from(notes).where(eq(notes.draftId, body.draftId))
  return row && describeNote(tx, row.id)
}

function requireText({ bodyHtml }: AddNoteBody): { bodyHtml: string; bodyText: string } {
  const clean = cleanHtml(bodyHtml)
  const bodyText = htmlToText(clean)
  if (canBeSeen(bodyText)) return { bodyHtml: clean, bodyText }
  const detail = "Write a note."
  throw new Problem("invalid", detail, { fields: [{ path: "bodyHtml", detail }] })
}

type People = {
  people: NotePerson[]
  reminder: { at: Date; timeZone: string; people: NotePerson[] } | undefined
  mentions: Mention[]
}

async function resolvePeople(context: Context, tx: Transaction, { found, body }: Adding): Promise<People> {
  const { recipients, reminder, confirmedAddresses: confirmed } = body
  const people = await resolveNoteRecipients(context, tx, { found, asked: recipients, path: "recipients", confirmed })
  const reminded = reminder && {
    at: reminderMoment(context, reminder),
    timeZone: reminder.timeZone,
    people: await resolveNoteRecipients(context, tx, {
      found,
      asked: reminder.recipients,
      path: "reminder.recipients",
      confirmed,
    }),
  }
  if (people.length > 0 || reminded) requireTransport(context)
  return {
    people,
    reminder: reminded ?? undefined,
    mentions: await resolveMentions(tx, { found, userIds: body.mentions }),
  }
}

type NewNote = Adding & { text: { bodyHtml: string; bodyText: string }; mentions: Mention[] }

async function writeNote(context: Context, tx: Transaction, { found, body, text, mentions }: NewNote): Promise<string> {
  const { organisationId, actor } = context
  const id = newId()
  const at = context.now()
  const author = doerOf(actor, found.administration.senderName)
  await tx.insert(notes).values({
    id,
    organisationId,
    administrationId: found.administrationId,
    customerId: found.customerId,
    caseKind: found.ref.kind,
    caseId: found.ref.id,
    authorUserId: author.userId,
    authorName: author.name,
    ...text,
    draftId: body.draftId ?? null,
    mentions,
    createdAt: at,
  })
  const { administrationId, ref: caseRef } = found
  await addEntry(tx, { kind: "note", id, organisationId, administrationId, caseRef, at })
  return id
}

async function auditNote(context: Context, tx: Transaction, of: { found: FoundCase; entry: NoteEntry }): Promise<void> {
  const { found, entry } = of
  await recordAudit(tx, context, {
    deed: "addNote",
    subject: { kind: "note", id: entry.id },
    administrationId: found.administrationId,
    detail: {
      case: found.number,
      to: entry.recipients.map(one => one.address),
      reminder: auditedReminder(entry.reminder),
    },
  })
}

import type { Attachment } from "@casepost/shared/attachments"
import type { CaseKind } from "@casepost/shared/cases"
import type { DeliveryState } from "@casepost/shared/delivery"
import type { NoteEntry, NoteRecipient } from "@casepost/shared/notes"
import { asc, eq } from "drizzle-orm"
import { caseNumber, joinsOf } from "../cases/number-of.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import { cleanHtml } from "../clean-html.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { noteForwards, noteRecipients, notes, reminders } from "./tables.ts"

/**
 * Internal notes as staff see them, in no order: whom they were mailed to when written, who forwarded them to whom since, and their
 * reminder. Three queries however many there are.
 */
export async function describeNotes(
  tx: Transaction,
  ids: string[],
  files: ReadonlyMap<string, Attachment[]>,
): Promise<NoteEntry[]> {
  if (ids.length === 0) return []
  const on = joinsOf(notes)
  const reading = tx
    .select({ note: notes, caseNumber })
    .from(notes)
    .innerJoin(customers, on.customer)
    .leftJoin(matters, on.matter)
    .leftJoin(invoices, on.invoice)
    .where(isOneOf(notes.id, ids))
  const [rows, mailed, reminded] = await Promise.all([reading, readForwards(tx, ids), readReminders(tx, ids)])
  return rows.map(({ note, caseNumber: number }) => ({
    type: "note",
    id: note.id,
    at: note.createdAt.toISOString(),
    caseRef: { kind: note.caseKind as CaseKind, id: note.caseId },
    caseNumber: number,
    bodyHtml: cleanHtml(note.bodyHtml),
    attachments: files.get(note.id) ?? [],
    author: { id: note.authorUserId, name: note.authorName },
    mentions: note.mentions,
    ...(mailed.get(note.id) ?? { forwards: [], recipients: [] }),
    reminder: reminded.get(note.id) ?? null,
    doneAt: note.doneAt?.toISOString() ?? null,
    doneBy: note.doneBy,
  }))
}

type Mailed = Pick<NoteEntry, "forwards" | "recipients">

async function readForwards(tx: Transaction, noteIds: string[]): Promise<Map<string, Mailed>> {
  const rows = await tx
    .select({ forward: noteForwards, recipient: noteRecipients })
    .from(noteForwards)
    .innerJoin(noteRecipients, eq(noteRecipients.forwardId, noteForwards.id))
    .where(isOneOf(noteForwards.noteId, noteIds))
    .orderBy(asc(noteForwards.createdAt), asc(noteForwards.id), asc(noteRecipients.position), asc(noteRecipients.id))
  const ofNote = Map.groupBy(rows, row => row.forward.noteId)
  return new Map([...ofNote].map(([noteId, itsRows]) => [noteId, divide(itsRows)]))
}

type Forwarded = { forward: typeof noteForwards.$inferSelect; recipient: typeof noteRecipients.$inferSelect }

function divide(rows: Forwarded[]): Mailed {
  const later = Map.groupBy(
    rows.filter(({ forward }) => forward.kind === "forwarded"),
    ({ forward }) => forward.id,
  )
  return {
    recipients: rows.filter(({ forward }) => forward.kind === "written").map(row => describeRecipient(row.recipient)),
    forwards: [...later.values()].flatMap(itsRows => {
      const forward = itsRows[0]?.forward
      if (!forward) return []
      const { id, byName: by, createdAt } = forward
      return [{ id, by, at: createdAt.toISOString(), to: itsRows.map(row => describeRecipient(row.recipient)) }]
    }),
  }
}

async function readReminders(
  tx: Transaction,
  noteIds: string[],
): Promise<Map<string, NonNullable<NoteEntry["reminder"]>>> {
  const rows = await tx
    .select()
    .from(reminders)
    .where(isOneOf(reminders.noteId, noteIds))
    .orderBy(asc(reminders.at), asc(reminders.position), asc(reminders.id))
  const ofNote = Map.groupBy(rows, row => row.noteId)
  return new Map(
    [...ofNote].flatMap(([noteId, itsRows]) => {
      const waiting = itsRows.find(row => row.state === "scheduled")
      const one = waiting ?? itsRows.at(-1)
      if (!one) return []
      const { at, timeZone } = one
      const shown = itsRows.filter(row => row.at.getTime() === at.getTime())
      return [
        [
          noteId,
          { at: at.toISOString(), timeZone, isPast: !waiting, recipients: shown.map(describeRecipient) },
        ] as const,
      ]
    }),
  )
}

type RecipientRow = Pick<
  typeof noteRecipients.$inferSelect,
  "id" | "kind" | "name" | "address" | "state" | "stateAt" | "reason"
>

function describeRecipient({ id, kind, name, address, state, stateAt, reason }: RecipientRow): NoteRecipient {
  return {
    id,
    kind: kind as NoteRecipient["kind"],
    name,
    address,
    state: state as DeliveryState,
    at: stateAt.toISOString(),
    reason,
  }
}

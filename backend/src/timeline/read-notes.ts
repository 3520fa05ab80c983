import type { Attachment } from "@casepost/shared/attachments"
import type { CaseKind } from "@casepost/shared/cases"
import type { NoteEntry } from "@casepost/shared/notes"
import { asc, eq, sql } from "drizzle-orm"
import { caseNumber, joinsOf } from "../cases/number-of.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import { cleanHtml } from "../clean-html.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { noteForwards, noteRecipients, notes, reminders } from "../notes/tables.ts"

/** Internal notes as a timeline shows them, in no order: to whom they went when written, and who forwarded them to whom since. */
export async function readNotes(
  tx: Transaction,
  ids: string[],
  files: ReadonlyMap<string, Attachment[]>,
): Promise<NoteEntry[]> {
  if (ids.length === 0) return []
  const { id, caseKind, caseId, authorUserId, authorName, bodyHtml, doneAt, createdAt } = notes
  const on = joinsOf(notes)
  const reminderAt = sql`(select min(${reminders.at}) from ${reminders} where ${reminders.noteId} = ${notes.id})`
  const rows = await tx
    .select({
      ...{ id, caseKind, caseId, authorUserId, authorName, bodyHtml, doneAt, createdAt, caseNumber },
      reminderAt: reminderAt.mapWith(reminders.at),
    })
    .from(notes)
    .innerJoin(customers, on.customer)
    .leftJoin(matters, on.matter)
    .leftJoin(invoices, on.invoice)
    .where(isOneOf(notes.id, ids))
  const mailed = await readForwards(tx, ids)
  return rows.map(row => ({
    type: "note",
    id: row.id,
    at: row.createdAt.toISOString(),
    caseRef: { kind: row.caseKind as CaseKind, id: row.caseId },
    caseNumber: row.caseNumber,
    bodyHtml: cleanHtml(row.bodyHtml),
    attachments: files.get(row.id) ?? [],
    author: { id: row.authorUserId, name: row.authorName },
    ...(mailed.get(row.id) ?? { forwards: [], recipients: [] }),
    reminderAt: (row.reminderAt as Date | null)?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  }))
}

type Mailed = Pick<NoteEntry, "forwards" | "recipients">

async function readForwards(tx: Transaction, noteIds: string[]): Promise<Map<string, Mailed>> {
  const rows = await tx
    .select({
      noteId: noteForwards.noteId,
      forwardId: noteForwards.id,
      kind: noteForwards.kind,
      by: noteForwards.byName,
      at: noteForwards.createdAt,
      name: noteRecipients.name,
      address: noteRecipients.address,
    })
    .from(noteForwards)
    .innerJoin(noteRecipients, eq(noteRecipients.forwardId, noteForwards.id))
    .where(isOneOf(noteForwards.noteId, noteIds))
    .orderBy(asc(noteForwards.createdAt), asc(noteForwards.id), asc(noteRecipients.id))
  const ofNote = Map.groupBy(rows, row => row.noteId)
  return new Map([...ofNote].map(([noteId, itsRows]) => [noteId, divide(itsRows)]))
}

type Forwarded = { forwardId: string; kind: string; by: string; at: Date; name: string | null; address: string }

function divide(rows: Forwarded[]): Mailed {
  const named = (row: Forwarded) => row.name ?? row.address
  const forwarded = Map.groupBy(
    rows.filter(row => row.kind === "forwarded"),
    row => row.forwardId,
  )
  return {
    recipients: rows.filter(row => row.kind !== "forwarded").map(named),
    forwards: [...forwarded.values()].flatMap(itsRows => {
      const [first] = itsRows
      return first ? [{ to: itsRows.map(named), by: first.by, at: first.at.toISOString() }] : []
    }),
  }
}

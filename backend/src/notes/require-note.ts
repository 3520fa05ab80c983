import type { NoteEntry } from "@casepost/shared/notes"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere } from "../access/require-right.ts"
import { readFiles } from "../attachments/read-files.ts"
import type { FoundCase } from "../cases/find-case.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeNotes } from "./describe-notes.ts"
import { notes } from "./tables.ts"

export type NoteRow = typeof notes.$inferSelect

/**
 * The note a deed is about, with its case; its row is held. Notes ask no more than the right to read.
 * @throws Problem not-found (missing, another organisation's and no right look the same)
 */
export async function requireNote(
  context: Context,
  tx: Transaction,
  id: string,
): Promise<{ note: NoteRow; found: FoundCase }> {
  const [note] = validate(id) ? await tx.select().from(notes).where(eq(notes.id, id)).for("update") : []
  if (!note || note.organisationId !== context.organisationId) throw notHere()
  const ref = { kind: note.caseKind as FoundCase["ref"]["kind"], id: note.caseId }
  return { note, found: await requireCase(context, tx, ref, "restricted") }
}

/** One note as its answer. */
export async function describeNote(tx: Transaction, id: string): Promise<NoteEntry> {
  const [entry] = await describeNotes(tx, [id], await readFiles(tx, [id]))
  if (!entry) throw notHere()
  return entry
}

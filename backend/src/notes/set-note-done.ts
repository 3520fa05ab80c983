import type { NoteEntry } from "@casepost/shared/notes"
import { eq } from "drizzle-orm"
import { type Context, doerOf } from "../context.ts"
import { describeNote, requireNote } from "./require-note.ts"
import { notes } from "./tables.ts"

/**
 * Marks a note done or not done, for everybody. While it is done no reminder of it goes out: one whose moment comes meanwhile is
 * cancelled, one whose moment is still to come goes out if the note is not done by then. @throws Problem not-found
 */
export async function setNoteDone(context: Context, { id, done }: { id: string; done: boolean }): Promise<NoteEntry> {
  return context.transaction(async tx => {
    const { note } = await requireNote(context, tx, id)
    const change = done
      ? { doneAt: note.doneAt ?? context.now(), doneBy: note.doneBy ?? doerOf(context.actor).name }
      : { doneAt: null, doneBy: null }
    await tx.update(notes).set(change).where(eq(notes.id, note.id))
    return describeNote(tx, note.id)
  })
}

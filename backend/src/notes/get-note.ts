import type { NoteEntry } from "@casepost/shared/notes"
import type { Context } from "../context.ts"
import { describeNote, requireNote } from "./require-note.ts"

/** An internal note. @throws Problem not-found */
export async function getNote(context: Context, id: string): Promise<NoteEntry> {
  return context.transaction(async tx => {
    const { note } = await requireNote(context, tx, id)
    return describeNote(tx, note.id)
  })
}

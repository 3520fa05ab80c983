import { deeds } from "@casepost/shared/notes"
import { type Api, addDeed } from "../http/add-deed.ts"
import { addNote } from "./add-note.ts"
import { forwardNote } from "./forward-note.ts"
import { getNote } from "./get-note.ts"
import { setNoteDone } from "./set-note-done.ts"
import { setReminder } from "./set-reminder.ts"

export function noteRoutes(api: Api): void {
  addDeed(api, deeds.addNote, (context, { body }) => addNote(context, body))
  addDeed(api, deeds.getNote, (context, { params }) => getNote(context, params.id))
  addDeed(api, deeds.forwardNote, (context, { params, body }) => forwardNote(context, { ...params, ...body }))
  addDeed(api, deeds.setReminder, (context, { params, body }) => setReminder(context, { ...params, ...body }))
  addDeed(api, deeds.setNoteDone, (context, { params, body }) => setNoteDone(context, { ...params, ...body }))
}

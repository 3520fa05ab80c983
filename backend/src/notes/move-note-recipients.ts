import type { DeliveryState } from "@casepost/shared/delivery"
import { and, inArray } from "drizzle-orm"
import type { Transaction } from "../database.ts"
import { noteRecipients, reminders } from "./tables.ts"

/** Where recipients of notes or reminders go: only those in one of the states `from`. */
export type NoteMove = { ids: string[]; from: DeliveryState[]; to: DeliveryState; reason: string | null; at: Date }

/** Moves the recipients of notes on; gives those that did move. */
export async function moveNoteRecipients(tx: Transaction, { ids, from, to, reason, at }: NoteMove): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .update(noteRecipients)
    .set({ state: to, stateAt: at, reason })
    .where(and(inArray(noteRecipients.id, ids), inArray(noteRecipients.state, from)))
    .returning({ id: noteRecipients.id })
  return rows.map(row => row.id)
}

/** The same for those who are reminded of a note. `address`: the one it leaves to. */
export async function moveReminders(
  tx: Transaction,
  { ids, from, to, reason, at, address }: NoteMove & { address?: string },
): Promise<string[]> {
  if (ids.length === 0) return []
  const sent = to === "queued" ? { sentAt: at } : {}
  const rows = await tx
    .update(reminders)
    .set({ state: to, stateAt: at, reason, ...sent, ...(address ? { address } : {}) })
    .where(and(inArray(reminders.id, ids), inArray(reminders.state, from)))
    .returning({ id: reminders.id })
  return rows.map(row => row.id)
}

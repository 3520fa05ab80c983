import type { DeliveryState } from "@casepost/shared/delivery"
import { and, inArray } from "drizzle-orm"
import type { Transaction } from "../database.ts"
import { noteRecipients } from "./tables.ts"

/** Moves the recipients of notes on, only those in one of the states `from`; gives those that did move. Called by `delivery/record-event` alone. */
export async function moveNoteRecipients(
  tx: Transaction,
  {
    ids,
    from,
    to,
    reason,
    at,
  }: { ids: string[]; from: DeliveryState[]; to: DeliveryState; reason: string | null; at: Date },
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .update(noteRecipients)
    .set({ state: to, stateAt: at, reason })
    .where(and(inArray(noteRecipients.id, ids), inArray(noteRecipients.state, from)))
    .returning({ id: noteRecipients.id })
  return rows.map(row => row.id)
}

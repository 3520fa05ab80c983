import type { DeliveryState } from "@casepost/shared/delivery"
import { and, inArray, isNull } from "drizzle-orm"
import { isOneOf, type Transaction } from "../../database.ts"
import { recipients } from "../tables.ts"

/** Where recipients go: only those in one of the states `from`. The moment is kept the first time it is told, whatever the state. */
export type Move = {
  ids: string[]
  from: DeliveryState[]
  to: DeliveryState
  reason: string | null
  stamp?: "sentAt" | "deliveredAt" | "openedAt" | "complainedAt" | undefined
  at: Date
}

/** Moves recipients on; gives those that did move. Called by `delivery/record-event` alone: nothing else happens to a recipient after leaving. */
export async function moveRecipients(tx: Transaction, { ids, from, to, reason, stamp, at }: Move): Promise<string[]> {
  if (ids.length === 0) return []
  if (stamp)
    await tx
      .update(recipients)
      .set({ [stamp]: at })
      .where(and(isOneOf(recipients.id, ids), isNull(recipients[stamp])))
  const rows = await tx
    .update(recipients)
    .set({ state: to, stateAt: at, reason })
    .where(and(isOneOf(recipients.id, ids), inArray(recipients.state, from)))
    .returning({ id: recipients.id })
  return rows.map(row => row.id)
}

import { eq } from "drizzle-orm"
import type { Transaction } from "../database.ts"
import { entries } from "./tables.ts"

/** Takes a message or note out of every timeline it stood in. */
export async function removeEntry(tx: Transaction, thingId: string): Promise<void> {
  await tx.delete(entries).where(eq(entries.thingId, thingId))
}

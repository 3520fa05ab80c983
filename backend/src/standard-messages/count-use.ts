import { and, eq, sql } from "drizzle-orm"
import { validate } from "uuid"
import type { Transaction } from "../database.ts"
import { standardMessages } from "./tables.ts"

/**
 * Counts messages that were sent with a standard message, in their transaction; taken back, they count back (`uses` below 0), but the
 * last use stays. Gives its id; none where it is gone or of another administration, which is no reason to hold a message back.
 */
export async function countUse(
  tx: Transaction,
  use: { id: string | null; administrationId: string; uses: number; at?: Date },
): Promise<string | null> {
  if (use.id === null || !validate(use.id)) return null
  const [counted] = await tx
    .update(standardMessages)
    .set({
      uses: sql`greatest(${standardMessages.uses} + ${use.uses}, 0)`,
      ...(use.at ? { lastUsedAt: use.at } : {}),
    })
    .where(and(eq(standardMessages.id, use.id), eq(standardMessages.administrationId, use.administrationId)))
    .returning({ id: standardMessages.id })
  return counted?.id ?? null
}

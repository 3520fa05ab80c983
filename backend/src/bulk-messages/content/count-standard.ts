import { eq } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { countUse } from "../../standard-messages/count-use.ts"
import { standardMessages } from "../../standard-messages/tables.ts"
import type { BulkRow } from "../checking/tally.ts"

/** Counts messages of a bulk message as uses of its standard message, or those that were taken back (below 0); gives its id while it is there. */
export async function countStandard(
  tx: Transaction,
  { bulk, uses, at }: { bulk: BulkRow; uses: number; at?: Date },
): Promise<string | null> {
  const id = bulk.content.standardMessageId
  if (id === null || uses === 0) return null
  const [standard] = await tx
    .select({ administrationId: standardMessages.administrationId })
    .from(standardMessages)
    .where(eq(standardMessages.id, id))
  return standard ? countUse(tx, { id, ...standard, uses, ...(at ? { at } : {}) }) : null
}

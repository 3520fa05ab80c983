import type { Right } from "@casepost/shared/access"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { standardMessages } from "./tables.ts"

export type StandardMessageRow = typeof standardMessages.$inferSelect

/**
 * The standard message a deed is about; held where it will be changed, so that of two saves the second sees the first.
 * @throws Problem not-found (missing, another organisation's and no right look the same), not-allowed
 */
export async function requireStandardMessage(
  context: Context,
  tx: Transaction,
  { id, right, hold = false }: { id: string; right: Exclude<Right, "none">; hold?: boolean },
): Promise<StandardMessageRow> {
  if (!validate(id)) throw notHere()
  const query = tx.select().from(standardMessages).where(eq(standardMessages.id, id)).$dynamic()
  const [row] = hold ? await query.for("update") : await query
  if (!row || row.organisationId !== context.organisationId) throw notHere()
  requireRight(context, row.administrationId, right)
  return row
}

import { eq } from "drizzle-orm"
import { requireRight } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"

export type HeldAdministration = { id: string; timeZone: string }

/**
 * The administration whose case data comes in. Until the transaction ends no other import or upsert of it runs, nor a correction: what is
 * compared here is what is written. @throws Problem not-found, not-allowed
 */
export async function holdAdministration(
  context: Context,
  tx: Transaction,
  administrationId: string,
): Promise<HeldAdministration> {
  requireRight(context, administrationId, "administrator")
  const [held] = await tx
    .select({ id: administrations.id, timeZone: administrations.timeZone })
    .from(administrations)
    .where(eq(administrations.id, administrationId))
    // Weaker than "update": rows that point to the administration can still be added meanwhile.
    .for("no key update")
  if (!held) throw new Error(`The administration ${administrationId} is not in the transaction's scope.`)
  return held
}

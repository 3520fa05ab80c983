import { Problem } from "@casepost/shared/problems"
import { and, eq, not } from "drizzle-orm"
import { validate } from "uuid"
import type { Context } from "../../context.ts"
import { isOneOf, type Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { relationAdministrations } from "../tables.ts"

/** Each id once. @throws Problem invalid, naming every id that is no administration of this organisation */
export async function requireAdministrations(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const asked = [...new Set(ids)]
  const rows = await tx
    .select({ id: administrations.id })
    .from(administrations)
    .where(
      isOneOf(
        administrations.id,
        asked.filter(id => validate(id)),
      ),
    )
  const known = new Set(rows.map(row => row.id))
  const detail = "This administration is not there any more. Choose another one."
  const fields = ids.flatMap((id, place) => (known.has(id) ? [] : { path: `administrationIds.${place}`, detail }))
  if (fields[0]) throw new Problem("invalid", detail, { fields })
  return asked
}

/** Makes a relation available in these administrations and nowhere else. */
export async function linkRelation(
  context: Context,
  tx: Transaction,
  { relationId, administrationIds }: { relationId: string; administrationIds: readonly string[] },
): Promise<void> {
  const { organisationId } = context
  const others = not(isOneOf(relationAdministrations.administrationId, administrationIds))
  await tx.delete(relationAdministrations).where(and(eq(relationAdministrations.relationId, relationId), others))
  if (administrationIds.length > 0)
    await tx
      .insert(relationAdministrations)
      .values(administrationIds.map(administrationId => ({ organisationId, relationId, administrationId })))
      .onConflictDoNothing()
}

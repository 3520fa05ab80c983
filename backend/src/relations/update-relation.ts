import { Problem } from "@casepost/shared/problems"
import type { Relation, RelationBody } from "@casepost/shared/relations"
import { eq } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { isViolation, type Transaction } from "../database.ts"
import { holdRelation, requireRelation } from "./get-relation.ts"
import { relations } from "./tables.ts"
import { addressTaken } from "./writing/address-taken.ts"
import { linkRelation, requireAdministrations } from "./writing/link-relation.ts"

/**
 * Changes a relation's name, address and administrations. Nothing has to be told: pickers, drafts and scheduled messages read it anew.
 * @throws Problem not-allowed, not-found; already-exists, naming the relation that has the address; invalid for an administration that
 * is not there
 */
export async function updateRelation(context: Context, changes: RelationBody & { id: string }): Promise<Relation> {
  requireOrganisationAdministrator(context)
  const { id, name, address } = changes
  const update = async (tx: Transaction) => {
    const before = await holdRelation(tx, id)
    const taken = await addressTaken(tx, address)
    if (taken && taken.by !== id) throw taken
    const administrationIds = await requireAdministrations(tx, changes.administrationIds)
    await tx.update(relations).set({ name, address }).where(eq(relations.id, id))
    await linkRelation(context, tx, { relationId: id, administrationIds })
    const detail = changed(before, await requireRelation(tx, id))
    if (Object.keys(detail).length === 0) return before
    await tx.update(relations).set({ updatedAt: context.now() }).where(eq(relations.id, id))
    await recordAudit(tx, context, { deed: "updateRelation", subject: { kind: "relation", id }, detail })
    return requireRelation(tx, id)
  }
  try {
    return await context.transaction(update)
  } catch (error) {
    // Somebody took the address after it was looked for.
    if (!isViolation(error, "23505")) throw error
    throw (await context.transaction(tx => addressTaken(tx, address))) ?? new Problem("already-exists")
  }
}

/** What changed, as it was and as it is. */
function changed(before: Relation, after: Relation): Record<string, { from: unknown; to: unknown }> {
  const told = (relation: Relation) => ({
    name: relation.name,
    address: relation.address,
    administrations: relation.administrations.map(administration => administration.name),
  })
  const [was, is] = [told(before), told(after)]
  const fields = ["name", "address", "administrations"] as const
  return Object.fromEntries(
    fields
      .filter(field => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
      .map(field => [field, { from: was[field], to: is[field] }]),
  )
}

import { Problem } from "@casepost/shared/problems"
import type { Relation, RelationBody } from "@casepost/shared/relations"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import { requireRelation } from "./get-relation.ts"
import { relations } from "./tables.ts"
import { addressTaken } from "./writing/address-taken.ts"
import { linkRelation, requireAdministrations } from "./writing/link-relation.ts"

/**
 * Adds a relation; it is offered at once in its administrations, and without any nowhere.
 * @throws Problem not-allowed; already-exists, naming the relation that has the address; invalid for an administration that is not there
 */
export async function createRelation(context: Context, body: RelationBody): Promise<Relation> {
  requireOrganisationAdministrator(context)
  const { organisationId } = context
  const { name, address } = body
  const id = newId()
  const at = context.now()
  return context.transaction(async tx => {
    const administrationIds = await requireAdministrations(tx, body.administrationIds)
    const made = await tx
      .insert(relations)
      .values({ id, organisationId, name, address, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .returning({ id: relations.id })
    if (made.length === 0) throw (await addressTaken(tx, address)) ?? new Problem("already-exists")
    await linkRelation(context, tx, { relationId: id, administrationIds })
    const relation = await requireRelation(tx, id)
    await recordAudit(tx, context, {
      deed: "createRelation",
      subject: { kind: "relation", id },
      detail: { name, address, administrations: relation.administrations.map(administration => administration.name) },
    })
    await context.rememberAnswer(tx, relation)
    return relation
  })
}

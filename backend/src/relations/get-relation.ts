import type { Relation } from "@casepost/shared/relations"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireOrganisationAdministrator } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeRelations } from "./describe-relations.ts"
import { relations } from "./tables.ts"

/** A relation of the organisation. @throws Problem not-allowed, not-found */
export async function getRelation(context: Context, id: string): Promise<Relation> {
  requireOrganisationAdministrator(context)
  return context.transaction(tx => requireRelation(tx, id))
}

/** @throws Problem not-found */
export async function requireRelation(tx: Transaction, id: string): Promise<Relation> {
  const rows = validate(id) ? await tx.select().from(relations).where(eq(relations.id, id)) : []
  const [relation] = await describeRelations(tx, rows)
  if (!relation) throw notHere()
  return relation
}

/** The same, and nobody changes or deletes it until the transaction ends. @throws Problem not-found */
export async function holdRelation(tx: Transaction, id: string): Promise<Relation> {
  if (validate(id)) await tx.select({ id: relations.id }).from(relations).where(eq(relations.id, id)).for("update")
  return requireRelation(tx, id)
}

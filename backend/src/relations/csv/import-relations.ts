import type { ImportedRelation } from "@casepost/shared/relations"
import { inArray, sql } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../../access/require-right.ts"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import { isViolation, type Transaction } from "../../database.ts"
import { relationAdministrations, relations } from "../tables.ts"
import { countOutcomes, type ImportCounts, type PlannedRelation, planImport } from "./plan-import.ts"
import { readRelationFile } from "./read-relation-file.ts"

type Imported = { rows: ImportedRelation[]; counts: ImportCounts }

/**
 * Imports a file of relations in one transaction: new addresses are added, known ones changed, none deleted; refused lines are left out.
 * @throws Problem not-allowed, too-large, invalid
 */
export async function importRelations(
  context: Context,
  { contentBase64 }: { contentBase64: string },
): Promise<Imported> {
  requireOrganisationAdministrator(context)
  const lines = await readRelationFile(contentBase64)
  const write = () =>
    context.transaction(async tx => {
      const planned = await planImport(tx, lines)
      const counts = countOutcomes(planned)
      await addNew(context, tx, planned.filter(ofOutcome("new")).toSorted(byAddress))
      await change(context, tx, planned.filter(ofOutcome("changed")))
      await recordAudit(tx, context, {
        deed: "importRelations",
        subject: { kind: "organisation", id: context.organisationId },
        detail: counts,
      })
      return { rows: planned.map(({ told }) => told), counts }
    })
  return write().catch(error => {
    // Somebody added one of these addresses meanwhile: it is a known one now.
    if (isViolation(error, "23505")) return write()
    throw error
  })
}

function ofOutcome(outcome: ImportedRelation["outcome"]) {
  return (planned: PlannedRelation) => planned.told.outcome === outcome
}

/** In one order whatever the file's: two imports at once wait for each other in turn, and never both for the other. */
function byAddress(one: PlannedRelation, other: PlannedRelation): number {
  return one.address < other.address ? -1 : 1
}

/** Rows of one statement: a statement takes 65,535 parameters. */
const rowsAtOnce = 5_000

async function addNew(context: Context, tx: Transaction, planned: PlannedRelation[]): Promise<void> {
  const { organisationId } = context
  const at = context.now()
  for (const some of inPieces(planned))
    await tx
      .insert(relations)
      .values(
        some.map(({ id, name, address }) => ({ id, organisationId, name, address, createdAt: at, updatedAt: at })),
      )
  await addLinks(context, tx, planned)
}

async function change(context: Context, tx: Transaction, planned: PlannedRelation[]): Promise<void> {
  if (planned.length === 0) return
  const names = JSON.stringify(planned.map(({ id, name }) => ({ id, name })))
  await tx.execute(sql`
    update ${relations} set name = given.name, updated_at = ${context.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${names}::text::jsonb) as given (id uuid, name text) where ${relations.id} = given.id`)
  const moved = planned.filter(one => one.administrationIds !== undefined)
  const ids = moved.map(one => one.id)
  // Not `isOneOf`: Postgres reads its list anew for every row, which costs seconds for thousands.
  for (const some of inPieces(ids))
    await tx.delete(relationAdministrations).where(inArray(relationAdministrations.relationId, some))
  await addLinks(context, tx, moved)
}

async function addLinks(context: Context, tx: Transaction, planned: PlannedRelation[]): Promise<void> {
  const { organisationId } = context
  const links = planned.flatMap(({ id, administrationIds = [] }) =>
    administrationIds.map(administrationId => ({ organisationId, relationId: id, administrationId })),
  )
  for (const some of inPieces(links)) await tx.insert(relationAdministrations).values(some)
}

function inPieces<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, piece) =>
    all.slice(piece * rowsAtOnce, (piece + 1) * rowsAtOnce),
  )
}

import type { Relation } from "@casepost/shared/relations"
import { asc, eq, inArray } from "drizzle-orm"
import type { Transaction } from "../database.ts"
import { administrations } from "../organisations/tables.ts"
import { suppressedAmong } from "./known-addresses.ts"
import { relationAdministrations, type relations } from "./tables.ts"

type Row = Pick<typeof relations.$inferSelect, "id" | "name" | "address" | "updatedAt">

/** Relations as administrators see them, in the order given; two queries for all of them. */
export async function describeRelations(tx: Transaction, rows: readonly Row[]): Promise<Relation[]> {
  if (rows.length === 0) return []
  const places = await placesOf(
    tx,
    rows.map(row => row.id),
  )
  const suppressed = await suppressedAmong(
    tx,
    rows.map(row => row.address),
  )
  return rows.map(({ id, name, address, updatedAt }) => ({
    id,
    name,
    address,
    administrations: places.get(id) ?? [],
    suppressed: suppressed.has(address),
    updatedAt: updatedAt.toISOString(),
  }))
}

/** Where relations are available, by relation: their administrations by name. Without ids: of all of the organisation. */
export async function placesOf(
  tx: Transaction,
  relationIds?: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await tx
    .select({ relationId: relationAdministrations.relationId, id: administrations.id, name: administrations.name })
    .from(relationAdministrations)
    .innerJoin(administrations, eq(administrations.id, relationAdministrations.administrationId))
    // Not `isOneOf`: among the links of thousands Postgres reads its list anew for every row, which costs seconds.
    .where(relationIds && inArray(relationAdministrations.relationId, [...relationIds]))
    .orderBy(asc(administrations.name), asc(administrations.id))
  const places = new Map<string, { id: string; name: string }[]>()
  for (const { relationId, ...place } of rows) places.set(relationId, [...(places.get(relationId) ?? []), place])
  return places
}

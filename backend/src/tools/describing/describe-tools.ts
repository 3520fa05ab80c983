import type { Tool } from "@casepost/shared/tools"
import { and, gte, inArray } from "drizzle-orm"
import { visibleAdministrations } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { toolSightings, type tools } from "../tables.ts"
import { healthOf, type Sighting, utcDay } from "./health-of.ts"

type Row = typeof tools.$inferSelect

/** Tools as their organisation sees them, in the order given; two queries for all of them. */
export async function describeTools(context: Context, tx: Transaction, rows: readonly Row[]): Promise<Tool[]> {
  if (rows.length === 0) return []
  const names = await namesOf(context, tx)
  const now = context.now()
  const seen = await sightingsOf(
    tx,
    rows.map(row => row.id),
    utcDay(now, -27),
  )
  return rows.map(({ organisationId: _, createdAt: __, switchedAt, updatedAt, ...row }) => ({
    ...row,
    administrationName: row.administrationId && (names.get(row.administrationId) ?? null),
    switchedAt: switchedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    health: healthOf(row, seen.get(row.id) ?? [], now),
  }))
}

/** Of the administrations the actor may know of. */
async function namesOf(context: Context, tx: Transaction): Promise<Map<string, string>> {
  const visible = visibleAdministrations(context)
  const { id, name } = administrations
  const rows = await tx.select({ id, name }).from(administrations)
  return new Map(rows.filter(row => visible.includes(row.id)).map(row => [row.id, row.name]))
}

async function sightingsOf(tx: Transaction, toolIds: string[], from: string): Promise<Map<string, Sighting[]>> {
  const { toolId, day, kind, pages } = toolSightings
  const rows = await tx
    .select({ toolId, day, kind, pages })
    .from(toolSightings)
    .where(and(inArray(toolId, toolIds), gte(day, from)))
  const seen = new Map<string, Sighting[]>()
  for (const { toolId: of, ...sighting } of rows) seen.set(of, [...(seen.get(of) ?? []), sighting])
  return seen
}

import { normaliseAddress } from "@casepost/shared/addresses"
import type { Relation, RelationSort } from "@casepost/shared/relations"
import { and, count, type SQL, sql } from "drizzle-orm"
import { validate } from "uuid"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { readTextCursor, writeTextCursor } from "../cursor.ts"
import { describeRelations } from "./describe-relations.ts"
import { relationAdministrations, relations } from "./tables.ts"

type Asked = { search?: string; sort: RelationSort; administrationId?: string; cursor?: string; limit: number }

/** Words of a search that count. */
const mostWords = 8

/** The organisation's relations that match, by keyset, and how many they are: four queries, whatever there is. @throws Problem not-allowed, invalid */
export async function listRelations(
  context: Context,
  asked: Asked,
): Promise<{ relations: Relation[]; total: number; nextCursor: string | null }> {
  requireOrganisationAdministrator(context)
  const { key, down } = orders[asked.sort]
  const after = asked.cursor === undefined ? undefined : readTextCursor(asked.cursor, asked.sort)
  const matching = and(inPlace(asked.administrationId), ...wordsOf(asked.search).map(holds))
  const beyond = after && sql`(${key}, ${relations.id}) ${down ? sql`<` : sql`>`} (${after.key}, ${after.id}::uuid)`
  const direction = down ? sql`desc` : sql`asc`
  return context.transaction(async tx => {
    const { id, name, address, updatedAt } = relations
    const rows = await tx
      .select({ id, name, address, updatedAt, key: sql<string>`${key}` })
      .from(relations)
      .where(and(matching, beyond))
      .orderBy(sql`${key} ${direction}`, sql`${id} ${direction}`)
      .limit(asked.limit + 1)
    const [all] = await tx.select({ total: count() }).from(relations).where(matching)
    const page = rows.slice(0, asked.limit)
    const last = rows.length > page.length ? page.at(-1) : undefined
    return {
      relations: await describeRelations(tx, page),
      total: all?.total ?? 0,
      nextCursor: last ? writeTextCursor({ order: asked.sort, ...last }) : null,
    }
  })
}

// Beginnings of texts, so that a cursor stays short; the id decides between what begins alike. The collation is fixed, because that
// of a database may order differently after an update of its system.
const byName = sql`${relations.sortKey} collate "C"`
const byAddress = sql`left(${relations.address}, 60) collate "C"`
const byUpdate = sql`to_char(${relations.updatedAt} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') collate "C"`
// How many administrations, then the name: what is available nowhere comes first.
const byReach = sql`(select to_char(count(*), 'FM0000') from ${relationAdministrations} l where l.relation_id = ${relations.id}) || ${relations.sortKey} collate "C"`
const orders: Record<RelationSort, { key: SQL; down: boolean }> = {
  name: { key: byName, down: false },
  "-name": { key: byName, down: true },
  address: { key: byAddress, down: false },
  "-address": { key: byAddress, down: true },
  administrations: { key: byReach, down: false },
  "-administrations": { key: byReach, down: true },
  "-updated": { key: byUpdate, down: true },
}

function inPlace(administrationId: string | undefined): SQL | undefined {
  if (administrationId === undefined) return undefined
  const linked = (only: SQL) =>
    sql`exists (select from ${relationAdministrations} l where l.relation_id = ${relations.id} ${only})`
  if (administrationId === "nowhere") return sql`not ${linked(sql``)}`
  if (!validate(administrationId)) return sql`false`
  return linked(sql`and l.administration_id = ${administrationId}::uuid`)
}

function wordsOf(search = ""): string[] {
  return search.split(/\s+/).filter(Boolean).slice(0, mostWords)
}

/** In plain letters, as cases are searched; or as it is written; or as a domain is stored, for one with letters beyond ASCII. */
function holds(word: string): SQL {
  const asDomain = normaliseAddress(`@${word}`).slice(1)
  // Subqueries, so that a word is put in plain letters once and not for every relation.
  return sql`(strpos(${relations.words}, (select nullif(casepost_plain(${word}), ''))) > 0
    or strpos(${relations.words}, (select lower(${word}))) > 0 or strpos(${relations.words}, ${asDomain}) > 0)`
}

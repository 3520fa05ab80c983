import { asc, sql } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { writeCsv } from "../../csv/write-csv.ts"
import type { FileAnswer } from "../../http/add-deed.ts"
import { placesOf } from "../describe-relations.ts"
import { relations } from "../tables.ts"

/** All relations as a CSV file that importing takes back as it is; two queries. @throws Problem not-allowed */
export async function exportRelations(context: Context): Promise<FileAnswer> {
  requireOrganisationAdministrator(context)
  const lines = await context.transaction(async tx => {
    const { id, name, address } = relations
    const byName = sql`${relations.sortKey} collate "C"`
    const rows = await tx.select({ id, name, address }).from(relations).orderBy(byName, asc(id))
    const places = await placesOf(tx)
    return rows.map(row => [row.name, row.address, (places.get(row.id) ?? []).map(place => place.name).join("; ")])
  })
  const bytes = writeCsv([["Name", "Email address", "Administrations"], ...lines], ";")
  return { bytes, name: "external-relations.csv", contentType: "text/csv; charset=utf-8" }
}

import type { Administration, Language } from "@casepost/shared/organisations"
import { asc, inArray } from "drizzle-orm"
import { visibleAdministrations } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { administrations } from "./tables.ts"

/** The administrations the actor has a right in, by name. */
export async function listAdministrations(context: Context): Promise<{ administrations: Administration[] }> {
  const visible = visibleAdministrations(context)
  if (visible.length === 0) return { administrations: [] }
  const rows = await context.transaction(tx =>
    tx
      .select()
      .from(administrations)
      .where(inArray(administrations.id, visible))
      .orderBy(asc(administrations.name), asc(administrations.id)),
  )
  return { administrations: rows.map(describeAdministration) }
}

function describeAdministration(row: typeof administrations.$inferSelect): Administration {
  return {
    id: row.id,
    name: row.name,
    senderName: row.senderName,
    senderAddress: row.senderAddress,
    replyAddress: row.replyAddress,
    timeZone: row.timeZone,
    defaultLanguage: row.defaultLanguage as Language,
    fallbackLanguage: row.fallbackLanguage as Language,
    brandColour: row.brandColour,
    asOf: row.dataAsOf?.toISOString() ?? null,
  }
}

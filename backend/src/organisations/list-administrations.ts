import type { Administration, Language } from "@casepost/shared/organisations"
import { and, asc, count, eq, inArray } from "drizzle-orm"
import { visibleAdministrations } from "../access/require-right.ts"
import { invoices } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { administrations } from "./tables.ts"

/** The administrations the actor has a right in, by name; with their open cases where these are asked for. */
export async function listAdministrations(
  context: Context,
  { openCases }: { openCases: boolean } = { openCases: false },
): Promise<{ administrations: Administration[] }> {
  const visible = visibleAdministrations(context)
  if (visible.length === 0) return { administrations: [] }
  return context.transaction(async tx => {
    const rows = await tx
      .select()
      .from(administrations)
      .where(inArray(administrations.id, visible))
      .orderBy(asc(administrations.name), asc(administrations.id))
    const open = openCases ? await countOpen(tx, visible) : undefined
    return {
      administrations: rows.map(row => ({
        ...describeAdministration(row),
        openCases: open ? (open.get(row.id) ?? 0) : null,
      })),
    }
  })
}

async function countOpen(tx: Transaction, administrationIds: string[]): Promise<Map<string, number>> {
  const counted = await tx
    .select({ id: invoices.administrationId, open: count() })
    .from(invoices)
    .where(and(inArray(invoices.administrationId, administrationIds), eq(invoices.state, "open")))
    .groupBy(invoices.administrationId)
  return new Map(counted.map(({ id, open }) => [id, open]))
}

function describeAdministration(row: typeof administrations.$inferSelect): Omit<Administration, "openCases"> {
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

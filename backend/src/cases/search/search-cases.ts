import type { CaseKind, CaseRef, CaseSummary } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { visibleAdministrations } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { rowsOf, type Transaction } from "../../database.ts"
import { describeCases } from "../describe-cases.ts"
import { recentCases } from "./recent-cases.ts"

export type CaseSearch = { search: string; administrationId?: string; kind?: CaseKind; limit: number }

/** How far beyond the limit matches are counted. */
const mostCounted = 50

/**
 * Cases by number, name, address or external id, best match first, within the actor's administrations: three queries, whatever there is.
 * Nothing typed: the cases last written about, then those longest overdue.
 */
export async function searchCases(
  context: Context,
  search: CaseSearch,
): Promise<{ cases: CaseSummary[]; more: number }> {
  const administrations = visibleAdministrations(context).filter(id => (search.administrationId ?? id) === id)
  if (administrations.length === 0) return { cases: [], more: 0 }
  // Postgres knows no NUL in text.
  const typed = search.search.replaceAll("\0", "").trim()
  return context.transaction(async tx => {
    const within = { ...search, search: typed, administrations, limit: search.limit + mostCounted }
    const refs = typed ? await matches(tx, within) : await recentCases(tx, { ...within, limit: search.limit })
    const cases = await describeCases(tx, refs.slice(0, search.limit), context.now())
    return { cases, more: Math.max(0, refs.length - search.limit) }
  })
}

async function matches(
  tx: Transaction,
  { search, administrations, kind, limit }: CaseSearch & { administrations: string[] },
): Promise<CaseRef[]> {
  return rowsOf<CaseRef>(
    await tx.execute(sql`
      select case_kind as kind, case_id::text as id
      from casepost_search_cases(${search}, ${`{${administrations.join(",")}}`}::text::uuid[], ${kind ?? null}, ${limit}::int)`),
  )
}

import type { CaseKind, CaseRef } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"

/** What somebody most likely looks for who typed nothing: the cases last written about, then the open invoices longest due. */
export async function recentCases(
  tx: Transaction,
  { administrations, kind, limit }: { administrations: string[]; kind?: CaseKind; limit: number },
): Promise<CaseRef[]> {
  const visible = sql`${`{${administrations.join(",")}}`}::text::uuid[]`
  const ofKind = kind ?? null
  const written = sql`
    select case_kind as kind, case_id::text as id from conversations
    where organisation_id = casepost_organisation() and administration_id = any (${visible})
      and (${ofKind}::text is null or case_kind = ${ofKind}::text)
    order by last_at desc, case_id desc limit ${limit}`
  // One administration at a time, each by its index in order of the due date, instead of sorting all that is open.
  const due = sql`
    select 'invoice' as kind, first.id::text as id
    from unnest(${visible}) administration (id)
    cross join lateral (
      select i.id, i.due_date from invoices i
      where i.administration_id = administration.id and i.state = 'open' and i.open_amount > 0
      order by i.due_date limit ${limit}) first
    where coalesce(${ofKind}::text, 'invoice') = 'invoice'
    order by first.due_date limit ${limit}`
  const rows = rowsOf<CaseRef>(await tx.execute(sql`(${written}) union all (${due})`))
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, limit)
}

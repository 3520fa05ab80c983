import type { CaseKind, CaseRef } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"

/** What somebody most likely looks for who typed nothing: the cases last written about, then the open invoices longest due. */
export async function recentCases(
  tx: Transaction,
  { administrations, kind, limit }: { administrations: string[]; kind?: CaseKind; limit: number },
): Promise<CaseRef[]> {
  const visible = sql`any (${`{${administrations.join(",")}}`}::text::uuid[])`
  const ofKind = kind ?? null
  const written = sql`
    select case_kind as kind, case_id::text as id from conversations
    where organisation_id = casepost_organisation() and administration_id = ${visible}
      and (${ofKind}::text is null or case_kind = ${ofKind}::text)
    order by last_at desc, case_id desc limit ${limit}`
  const due = sql`
    select 'invoice' as kind, id::text as id from invoices
    where administration_id = ${visible} and state = 'open' and open_amount > 0 and coalesce(${ofKind}::text, 'invoice') = 'invoice'
    order by due_date limit ${limit}`
  const rows = rowsOf<CaseRef>(await tx.execute(sql`(${written}) union all (${due})`))
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, limit)
}

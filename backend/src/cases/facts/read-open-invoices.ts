import type { CaseRef, Money } from "@casepost/shared/cases"
import { mostInvoicesInTable, type OpenInvoice } from "@casepost/shared/facts"
import { sql } from "drizzle-orm"
import type * as z from "zod"
import { rowsOf, type Transaction } from "../../database.ts"
import { plainAmount } from "../plain-amount.ts"

/** What is open of one customer or matter. */
export type OpenInvoices = {
  /** One a currency, never added; a credit note counts. */
  totals: Money[]
  count: number
  /** Due first comes first; at most 200, and none where they were not asked for. */
  invoices: z.infer<typeof OpenInvoice>[]
}

type Total = { id: string; currency: string; total: string; count: number }
type Row = { id: string; number: string; date: string; dueDate: string; open: string; currency: string }

/** The open invoices of customers and matters, by their ids: one query for totals and counts, one for the invoices themselves. */
export async function readOpenInvoices(
  tx: Transaction,
  { refs, rows }: { refs: readonly CaseRef[]; rows: boolean },
): Promise<Map<string, OpenInvoices>> {
  const asked = JSON.stringify(refs)
  const totals = rowsOf<Total>(await tx.execute(totalsOf(asked)))
  const invoices = rows ? rowsOf<Row>(await tx.execute(firstOf(asked))) : []
  const invoicesById = Map.groupBy(invoices, row => row.id)
  return new Map(
    [...Map.groupBy(totals, row => row.id)].map(([id, ofCase]) => [
      id,
      {
        totals: ofCase.map(({ total, currency }) => ({ amount: plainAmount(total), currency })),
        count: ofCase.reduce((sum, { count }) => sum + count, 0),
        invoices: (invoicesById.get(id) ?? []).map(asOpenInvoice),
      },
    ]),
  )
}

function asOpenInvoice({ number, date, dueDate, open, currency }: Row): z.infer<typeof OpenInvoice> {
  return { number, date, dueDate, open: { amount: plainAmount(open), currency } }
}

/** One branch a kind, so that each uses its own index. */
const covered = (refs: string) => sql`
  with asked as (
    select distinct ref ->> 'kind' as kind, (ref ->> 'id')::uuid as id
    from jsonb_array_elements(${refs}::text::jsonb) as e(ref)
  ), covered as (
    select a.id, i.number, i.invoice_date, i.due_date, i.open_amount, i.currency
    from asked a join invoices i on i.customer_id = a.id and i.state = 'open' where a.kind = 'customer'
    union all
    select a.id, i.number, i.invoice_date, i.due_date, i.open_amount, i.currency
    from asked a join matter_invoices mi on mi.matter_id = a.id
    join invoices i on i.id = mi.invoice_id and i.state = 'open' where a.kind = 'matter'
  )`

const totalsOf = (refs: string) => sql`${covered(refs)}
  select id::text as id, currency, sum(open_amount)::text as total, count(*)::int as count
  from covered group by id, currency order by id, currency`

const firstOf = (refs: string) => sql`${covered(refs)}
  select id::text as id, number, to_char(invoice_date, 'YYYY-MM-DD') as date,
    to_char(due_date, 'YYYY-MM-DD') as "dueDate", open_amount::text as open, currency
  from (select *, row_number() over (partition by id order by due_date, number) as place from covered) as numbered
  where place <= ${mostInvoicesInTable} order by id, place`

import type { CaseRef, CaseSummary } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../database.ts"
import { daysOverdue } from "./days-overdue.ts"
import { plainAmount } from "./plain-amount.ts"

type Row = Omit<CaseSummary, "ref" | "daysOverdue"> & {
  kind: CaseRef["kind"]
  id: string
  timeZone: string
  mayBeOverdue: boolean
}

/**
 * What search, pickers and timelines say about cases: one query for all of them, answered in the order asked; those outside the
 * transaction's scope are left out. A credit note counts in what is open, never in what is overdue.
 */
export async function describeCases(
  tx: Transaction,
  refs: readonly CaseRef[],
  now: Date = new Date(),
): Promise<CaseSummary[]> {
  if (refs.length === 0) return []
  const rows = rowsOf<Row>(await tx.execute(summaries(JSON.stringify(refs))))
  return rows.map(({ kind, id, timeZone, mayBeOverdue, ...row }) => ({
    ref: { kind, id },
    ...row,
    open: row.open.map(money => ({ ...money, amount: plainAmount(money.amount) })),
    daysOverdue: mayBeOverdue && row.dueDate ? daysOverdue(row.dueDate, timeZone, now) : null,
  }))
}

/** One branch a kind instead of a condition over all three: each can use its own index. */
const summaries = (refs: string) => sql`
  with asked as (
    select ref ->> 'kind' as kind, (ref ->> 'id')::uuid as id, place
    from jsonb_array_elements(${refs}::text::jsonb) with ordinality as e(ref, place)
  ), found as (
    select a.place, a.kind, a.id, c.number, c.id as customer_id, null::text as state
    from asked a join customers c on c.id = a.id where a.kind = 'customer'
    union all
    select a.place, a.kind, a.id, m.number, m.customer_id, m.state
    from asked a join matters m on m.id = a.id where a.kind = 'matter'
    union all
    select a.place, a.kind, a.id, i.number, i.customer_id, i.state
    from asked a join invoices i on i.id = a.id where a.kind = 'invoice'
  ), covered as (
    select f.place, i.currency, i.open_amount, i.due_date, i.state
    from found f join invoices i on i.customer_id = f.id and i.state = 'open' where f.kind = 'customer'
    union all
    select f.place, i.currency, i.open_amount, i.due_date, i.state
    from found f join matter_invoices mi on mi.matter_id = f.id join invoices i on i.id = mi.invoice_id
    where f.kind = 'matter'
    union all
    select f.place, i.currency, i.open_amount, i.due_date, i.state
    from found f join invoices i on i.id = f.id where f.kind = 'invoice'
  ), per_currency as (
    select place, currency, count(*) filter (where state = 'open') as invoices,
      sum(open_amount) filter (where state = 'open') as total,
      min(due_date) filter (where state = 'open' and open_amount > 0) as oldest, min(due_date) as due
    from covered group by place, currency
  ), money as (
    select place, sum(invoices) as invoices, min(oldest) as oldest, min(due) as due,
      json_agg(json_build_object('amount', total::text, 'currency', currency) order by currency)
        filter (where invoices > 0) as open
    from per_currency group by place
  ), answered as (
    select f.place, v.unread from found f join conversations v on v.customer_id = f.id where f.kind = 'customer'
    union all
    select f.place, v.unread
    from found f join conversations v on v.case_kind = f.kind and v.case_id = f.id where f.kind <> 'customer'
    union all
    select f.place, v.unread from found f join matter_invoices mi on mi.matter_id = f.id
    join conversations v on v.case_kind = 'invoice' and v.case_id = mi.invoice_id where f.kind = 'matter'
  ), replies as (
    select place, sum(unread) as unread from answered group by place
  )
  select f.kind, f.id::text as id, f.number, c.id::text as "customerId", c.name as "customerName",
    a.id::text as "administrationId", a.name as "administrationName", a.time_zone as "timeZone",
    coalesce(f.state, case when m.invoices > 0 then 'open' else 'paid' end) as state,
    coalesce(m.open, '[]') as open, coalesce(m.invoices, 0)::int as "openInvoices",
    to_char(case when f.kind = 'invoice' then m.due else m.oldest end, 'YYYY-MM-DD') as "dueDate",
    m.oldest is not null as "mayBeOverdue", coalesce(r.unread, 0)::int as unread
  from found f
  join customers c on c.id = f.customer_id
  join administrations a on a.id = c.administration_id
  left join money m on m.place = f.place
  left join replies r on r.place = f.place
  order by f.place`

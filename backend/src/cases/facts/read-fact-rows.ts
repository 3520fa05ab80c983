import type { CaseRef } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"

/** What the placeholders of one case are made of, as it is stored. */
export type FactRow = {
  kind: CaseRef["kind"]
  id: string
  number: string
  customerName: string
  customerNumber: string
  customerLanguage: string | null
  street: string | null
  postcode: string | null
  city: string | null
  contactName: string | null
  salutation: string | null
  address: string | null
  contactLanguage: string | null
  senderName: string
  replyAddress: string
  timeZone: string
  defaultLanguage: string
  fallbackLanguage: string
  matterNumber: string | null
  matterDescription: string | null
  /** `2026-10-17` */
  matterOpenedOn: string | null
  invoice: {
    /** Decimals as stored: `12480.5000`. */
    amount: string
    openAmount: string
    currency: string
    invoiceDate: string
    dueDate: string
    state: string
  } | null
}

/** One query for all of them; the contact is the general one, the matter of an invoice the open one it stands in. */
export async function readFactRows(tx: Transaction, refs: readonly CaseRef[]): Promise<FactRow[]> {
  return rowsOf<FactRow>(await tx.execute(facts(JSON.stringify(refs))))
}

const facts = (refs: string) => sql`
  with asked as (
    select distinct ref ->> 'kind' as kind, (ref ->> 'id')::uuid as id
    from jsonb_array_elements(${refs}::text::jsonb) as e(ref)
  ), found as materialized (
    select a.kind, a.id, c.number, c.id as customer_id, null::uuid as matter_id, null::json as invoice
    from asked a join customers c on c.id = a.id where a.kind = 'customer'
    union all
    select a.kind, a.id, m.number, m.customer_id, m.id, null::json
    from asked a join matters m on m.id = a.id where a.kind = 'matter'
    union all
    select a.kind, a.id, i.number, i.customer_id, mi.matter_id, json_build_object(
      'amount', i.amount::text, 'openAmount', i.open_amount::text, 'currency', i.currency,
      'invoiceDate', to_char(i.invoice_date, 'YYYY-MM-DD'), 'dueDate', to_char(i.due_date, 'YYYY-MM-DD'),
      'state', i.state)
    from asked a join invoices i on i.id = a.id
    left join matter_invoices mi on mi.invoice_id = i.id and mi.open
    where a.kind = 'invoice'
  )
  select f.kind, f.id::text as id, f.number, f.invoice,
    c.name as "customerName", c.number as "customerNumber", c.language as "customerLanguage",
    c.street, c.postcode, c.city,
    p.name as "contactName", p.salutation, p.address, p.language as "contactLanguage",
    a.sender_name as "senderName", a.reply_address as "replyAddress", a.time_zone as "timeZone",
    a.default_language as "defaultLanguage", a.fallback_language as "fallbackLanguage",
    m.number as "matterNumber", m.description as "matterDescription",
    to_char(m.opened_on, 'YYYY-MM-DD') as "matterOpenedOn"
  from found f
  -- One by one by its key: without estimates, as after an import, the planner would compare every case with every customer.
  cross join lateral (select * from customers c where c.id = f.customer_id offset 0) c
  join administrations a on a.id = c.administration_id
  left join lateral (select * from contacts g where g.customer_id = c.id and g.purpose = 'general' offset 0) p on true
  left join matters m on m.id = f.matter_id`

import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../../database.ts"

/** A matter as it stands, with the numbers of its invoices. */
export type KnownMatter = {
  id: string
  number: string
  customerNumber: string
  description: string | null
  state: string
  openedOn: string
  closedOn: string | null
  invoiceNumbers: string[]
  externalIds: string[]
}

/** An invoice a matter may be about, with the open matter it is in. */
export type MatterInvoice = { id: string; number: string; customerNumber: string; openMatter: string | null }

/** The matters of an administration with these numbers, in one query. */
export async function knownMatters(
  tx: Transaction,
  administrationId: string,
  numbers: readonly string[],
): Promise<Map<string, KnownMatter>> {
  const rows = rowsOf<KnownMatter>(
    await tx.execute(sql`
      select m.id::text as id, m.number, c.number as "customerNumber", m.description, m.state,
        to_char(m.opened_on, 'YYYY-MM-DD') as "openedOn", to_char(m.closed_on, 'YYYY-MM-DD') as "closedOn",
        coalesce((select json_agg(i.number order by i.number) from matter_invoices mi
          join invoices i on i.id = mi.invoice_id where mi.matter_id = m.id), '[]') as "invoiceNumbers",
        coalesce((select json_agg(x.value order by x.value) from external_ids x
          where x.case_kind = 'matter' and x.case_id = m.id), '[]') as "externalIds"
      from matters m join customers c on c.id = m.customer_id
      where m.administration_id = ${administrationId}
        and m.number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb))`),
  )
  return new Map(rows.map(row => [row.number, row]))
}

/** The invoices of an administration with these numbers, in one query. */
export async function mattersInvoices(
  tx: Transaction,
  administrationId: string,
  numbers: readonly string[],
): Promise<Map<string, MatterInvoice>> {
  const rows = rowsOf<MatterInvoice>(
    await tx.execute(sql`
      select i.id::text as id, i.number, c.number as "customerNumber", m.number as "openMatter"
      from invoices i join customers c on c.id = i.customer_id
      left join matter_invoices mi on mi.invoice_id = i.id and mi.open
      left join matters m on m.id = mi.matter_id
      where i.administration_id = ${administrationId}
        and i.number in (select jsonb_array_elements_text(${JSON.stringify([...new Set(numbers)])}::text::jsonb))`),
  )
  return new Map(rows.map(row => [row.number, row]))
}

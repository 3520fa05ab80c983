import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../../database.ts"
import { plainAmount } from "../../plain-amount.ts"

/** An invoice as it stands; amounts as they cross the wire. */
export type KnownInvoice = {
  id: string
  number: string
  customerId: string
  customerNumber: string
  amount: string
  openAmount: string
  currency: string
  invoiceDate: string
  dueDate: string
  state: string
  paidOn: string | null
  externalIds: string[]
}

/** The invoices of an administration with these numbers, in one query. */
export async function knownInvoices(
  tx: Transaction,
  administrationId: string,
  numbers: readonly string[],
): Promise<Map<string, KnownInvoice>> {
  const rows = rowsOf<KnownInvoice>(
    await tx.execute(sql`
      select i.id::text as id, i.number, i.customer_id::text as "customerId", c.number as "customerNumber",
        i.amount::text as amount, i.open_amount::text as "openAmount", i.currency, i.state,
        to_char(i.invoice_date, 'YYYY-MM-DD') as "invoiceDate", to_char(i.due_date, 'YYYY-MM-DD') as "dueDate",
        to_char(i.paid_on, 'YYYY-MM-DD') as "paidOn",
        coalesce((select json_agg(x.value order by x.value) from external_ids x
          where x.case_kind = 'invoice' and x.case_id = i.id), '[]') as "externalIds"
      from invoices i join customers c on c.id = i.customer_id
      where i.administration_id = ${administrationId}
        and i.number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb))`),
  )
  return new Map(
    rows.map(row => [row.number, { ...row, amount: plainAmount(row.amount), openAmount: plainAmount(row.openAmount) }]),
  )
}

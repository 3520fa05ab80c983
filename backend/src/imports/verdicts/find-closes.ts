import type { Import } from "@casepost/shared/imports"
import { sql } from "drizzle-orm"
import { plainAmount } from "../../cases/plain-amount.ts"
import { rowsOf, type Transaction } from "../../database.ts"

type Closes = NonNullable<Import["closes"]>

const mostNumbers = 500

/**
 * The open invoices of an administration that an import's rows do not name, as "all open invoices" closes them; a row that is refused
 * names its invoice all the same. Never added across currencies. Above 20 % one is asked again.
 */
export async function findCloses(
  tx: Transaction,
  { administrationId, importId }: { administrationId: string; importId: string },
): Promise<Closes & { ids: string[] }> {
  const rows = rowsOf<{ id: string; number: string; openAmount: string; currency: string }>(
    await tx.execute(sql`
      select i.id::text as id, i.number, i.open_amount::text as "openAmount", i.currency
      from invoices i
      where i.administration_id = ${administrationId} and i.state = 'open' and i.number not in (
        select r.values ->> 'invoiceNumber' from import_rows r
        where r.import_id = ${importId} and r.values ->> 'invoiceNumber' is not null)
      order by i.number`),
  )
  const [open] = rowsOf<{ count: number }>(
    await tx.execute(sql`
      select count(*)::int as count from invoices where administration_id = ${administrationId} and state = 'open'`),
  )
  const amounts = rowsOf<{ amount: string; currency: string }>(
    await tx.execute(sql`
      select sum(open_amount)::text as amount, currency from invoices
      where id in (select jsonb_array_elements_text(${JSON.stringify(rows.map(row => row.id))}::text::jsonb)::uuid)
      group by currency order by currency`),
  )
  const ofOpen = open?.count ?? 0
  return {
    ids: rows.map(row => row.id),
    count: rows.length,
    ofOpen,
    amounts: amounts.map(({ amount, currency }) => ({ amount: plainAmount(amount), currency })),
    numbers: rows.slice(0, mostNumbers).map(row => row.number),
    askAgain: rows.length * 5 > ofOpen,
  }
}

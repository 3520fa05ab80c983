import { type SQL, sql } from "drizzle-orm"
import { visibleAdministrations } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { writeCsv } from "../csv/write-csv.ts"
import { rowsOf, type Transaction } from "../database.ts"
import type { FileAnswer } from "../http/add-deed.ts"
import type { BulkRow } from "./checking/tally.ts"
import { lastTo, resultWord } from "./describing/count-results.ts"
import { requireSeen } from "./require-bulk-message.ts"

const heads = [
  "Case",
  "Customer number",
  "Customer",
  "Administration",
  "Email address",
  "Result",
  "Reason",
  "Sent",
  "Opened",
]

type Row = {
  position: number
  number: string | null
  customerNumber: string
  customer: string
  administration: string
  address: string | null
  result: string
  reason: string | null
  sent: string | null
  opened: string | null
}

/** The result of every case that one may see as CSV, times in UTC. @throws Problem not-found */
export async function exportBulkMessage(context: Context, id: string): Promise<FileAnswer> {
  const lines = await context.transaction(async tx => {
    const bulk = await requireSeen(context, tx, id)
    return (await readRows(context, tx, bulk)).map(row => [
      row.number ?? "",
      row.customerNumber,
      row.customer,
      row.administration,
      row.address ?? "",
      words[row.result] ?? row.result,
      row.reason ?? "",
      row.sent ?? "",
      row.opened ?? "",
    ])
  })
  return { bytes: writeCsv([heads, ...lines], ";"), name: "bulk-message.csv", contentType: "text/csv; charset=utf-8" }
}

const words: Record<string, string> = {
  waiting: "Waiting",
  sending: "Sending",
  sent: "Sent",
  delivered: "Delivered",
  opened: "Opened",
  "not-delivered": "Not delivered",
  "portal-only": "Portal only",
  "left-out": "Left out",
  cancelled: "Stopped",
}

const tables: Record<string, SQL> = { customer: sql`customers`, matter: sql`matters`, invoice: sql`invoices` }

async function readRows(context: Context, tx: Transaction, bulk: BulkRow): Promise<Row[]> {
  const moment = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')`
  return rowsOf<Row>(
    await tx.execute(sql`
      select c.position, n.number, x.number as "customerNumber", x.name as customer, a.name as administration,
        coalesce(r.address, c.address) as address, ${resultWord} as result, coalesce(c.reason, r.reason) as reason,
        ${moment(sql`r.sent_at`)} as sent, ${moment(sql`r.opened_at`)} as opened
      from bulk_messages b join bulk_message_cases c on c.bulk_message_id = b.id
      join customers x on x.id = c.customer_id join administrations a on a.id = c.administration_id
      left join ${tables[bulk.kind] ?? sql`customers`} n on n.id = c.case_id ${lastTo}
      where b.id = ${bulk.id}::uuid and c.administration_id = any (${`{${visibleAdministrations(context).join(",")}}`}::text::uuid[])
      order by c.position`),
  )
}

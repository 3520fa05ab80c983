import type { Import } from "@casepost/shared/imports"
import { and, asc, eq, sql } from "drizzle-orm"
import { plainAmount } from "../../cases/plain-amount.ts"
import { invoices } from "../../cases/tables.ts"
import { rowsOf, type Transaction } from "../../database.ts"

type Closes = NonNullable<Import["closes"]>

const mostNumbers = 500

/**
 * The open invoices of an administration that a file does not name, as "all open invoices" closes them; a row that is refused names its
 * invoice all the same. Never added across currencies. Above 20 % one is asked again.
 */
export async function findCloses(
  tx: Transaction,
  { administrationId, named }: { administrationId: string; named: ReadonlySet<string> },
): Promise<Closes & { ids: string[] }> {
  const open = await tx
    .select({ id: invoices.id, number: invoices.number })
    .from(invoices)
    .where(and(eq(invoices.administrationId, administrationId), eq(invoices.state, "open")))
    .orderBy(asc(invoices.number))
  // Compared here: the planner cannot know how many rows of the file were just written, and would compare each with each.
  const unnamed = open.filter(({ number }) => !named.has(number))
  const ids = unnamed.map(({ id }) => id)
  return {
    ids,
    count: unnamed.length,
    ofOpen: open.length,
    amounts: await amountsOf(tx, ids),
    numbers: unnamed.slice(0, mostNumbers).map(({ number }) => number),
    askAgain: unnamed.length * 5 > open.length,
  }
}

async function amountsOf(tx: Transaction, ids: readonly string[]): Promise<Closes["amounts"]> {
  const rows = rowsOf<Closes["amounts"][number]>(
    await tx.execute(sql`
      select sum(open_amount)::text as amount, currency from invoices
      where id = any (${`{${ids.join(",")}}`}::text::uuid[]) group by currency order by currency`),
  )
  return rows.map(({ amount, currency }) => ({ amount: plainAmount(amount), currency }))
}

import { Amount } from "@casepost/shared/cases"
import type { ImportRow, Verdict } from "@casepost/shared/imports"
import { Problem } from "@casepost/shared/problems"
import { and, asc, eq, gt, sql } from "drizzle-orm"
import { plainAmount } from "../cases/plain-amount.ts"
import { customers, invoices } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import { requireImport } from "./describe-import.ts"
import { importRows } from "./tables.ts"

type Asked = { importId: string; verdict?: Verdict; cursor?: string; limit: number }

/** What becomes of each row, in the order of the file, by keyset on the row's line. @throws Problem not-found, not-allowed, invalid */
export async function listImportRows(
  context: Context,
  { importId, verdict, cursor, limit }: Asked,
): Promise<{ rows: ImportRow[]; nextCursor: string | null }> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new Problem("invalid", "This cursor is not one of ours.")
  return context.transaction(async tx => {
    const { administrationId } = await requireImport(context, tx, importId)
    const rows = await tx
      .select({ row: importRows, name: customers.name, currency: invoices.currency })
      .from(importRows)
      .leftJoin(
        customers,
        and(
          eq(customers.administrationId, administrationId),
          eq(customers.number, sql`${importRows.values} ->> 'customerNumber'`),
        ),
      )
      .leftJoin(
        invoices,
        and(
          eq(invoices.administrationId, administrationId),
          eq(invoices.number, sql`${importRows.values} ->> 'invoiceNumber'`),
        ),
      )
      .where(
        and(
          eq(importRows.importId, importId),
          gt(importRows.row, Number(cursor ?? 0)),
          verdict ? eq(importRows.verdict, verdict) : undefined,
        ),
      )
      .orderBy(asc(importRows.row))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const nextCursor = rows.length > limit ? String(page.at(-1)?.row.row) : null
    return { rows: page.map(asImportRow), nextCursor }
  })
}

function asImportRow(found: {
  row: typeof importRows.$inferSelect
  name: string | null
  currency: string | null
}): ImportRow {
  const { row, verdict, detail, values } = found.row
  const openAmount = values.openAmount ?? values.amount ?? null
  const isMoney = Amount.safeParse(openAmount).success
  return {
    row,
    verdict: verdict as Verdict,
    detail,
    invoiceNumber: values.invoiceNumber ?? null,
    customer: [values.customerNumber, values.customerName ?? found.name].filter(Boolean).join(" "),
    openAmount: isMoney && openAmount ? plainAmount(openAmount) : openAmount,
    currency: isMoney ? (values.currency ?? found.currency ?? "EUR") : null,
    dueDate: values.dueDate ?? null,
    emailAddress: values.emailAddress ?? null,
  }
}

import { and, asc, eq } from "drizzle-orm"
import type { Context } from "../context.ts"
import { writeCsv } from "../csv/write-csv.ts"
import type { FileAnswer } from "../http/add-deed.ts"
import { requireImport } from "./describe-import.ts"
import { importRows } from "./tables.ts"

/** The refused rows as they stood in the file, in its own delimiter, with the reason as last column. @throws Problem not-found, not-allowed */
export async function downloadRefused(context: Context, importId: string): Promise<FileAnswer> {
  return context.transaction(async tx => {
    const { summary, fileName } = await requireImport(context, tx, importId)
    const rows = await tx
      .select({ cells: importRows.cells, detail: importRows.detail })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.verdict, "refused")))
      .orderBy(asc(importRows.row))
    const headings = summary.columns.map(column => column.heading)
    const lines = rows.map(({ cells, detail }) => [...headings.map((_, place) => cells?.[place] ?? ""), detail ?? ""])
    const bytes = writeCsv([[...headings, "Refused because"], ...lines], summary.delimiter)
    return { bytes, name: `refused-${fileName.replace(/\.[^.]*$/, "")}.csv`, contentType: "text/csv; charset=utf-8" }
  })
}

import { and, asc, eq } from "drizzle-orm"
import type { Context } from "../context.ts"
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
    const text = [[...headings, "Refused because"], ...lines]
      .map(line => line.map(cell => quoted(withoutFormula(cell))).join(summary.delimiter))
      .join("\r\n")
    // The byte order mark lets spreadsheets read it as UTF-8.
    const bytes = new TextEncoder().encode(`\ufeff${text}\r\n`)
    return { bytes, name: `refused-${fileName.replace(/\.[^.]*$/, "")}.csv`, contentType: "text/csv; charset=utf-8" }
  })
}

/** A spreadsheet would run a cell that begins so (OWASP, CSV injection); a plain negative amount is none of these. */
function withoutFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^-[\d.,]+$/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return /[",;\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

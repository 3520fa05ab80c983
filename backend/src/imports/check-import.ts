import type { Import, ImportMode } from "@casepost/shared/imports"
import { Problem } from "@casepost/shared/problems"
import { and, desc, eq, lt } from "drizzle-orm"
import { notHere, requireRight } from "../access/require-right.ts"
import { todayIn } from "../cases/days-overdue.ts"
import { newId } from "../columns.ts"
import { type Context, doerOf } from "../context.ts"
import { readFile } from "../csv/read-file.ts"
import type { Transaction } from "../database.ts"
import { administrations } from "../organisations/tables.ts"
import { hash } from "../secrets.ts"
import { describeImport } from "./describe-import.ts"
import { type Mapping, mapColumns } from "./file/map-columns.ts"
import { type OpenedFile, openFile } from "./file/open-file.ts"
import { readRow } from "./reading/read-row.ts"
import { importRows, imports } from "./tables.ts"
import { findCloses } from "./verdicts/find-closes.ts"
import { type ReadRow, startJudging } from "./verdicts/judge-rows.ts"

export type Check = {
  administrationId: string
  fileName: string
  contentBase64: string
  mode: ImportMode
  mapping?: Mapping
}

/** Rows that are read, judged and stored together. */
export const pieceOfRows = 1000
const mostBytes = 20 * 1024 * 1024
const day = 86_400_000

/**
 * Reads a CSV file and stores what importing it would do; nothing else is changed. At most 20 MB and 100,000 rows.
 * @throws Problem not-found, not-allowed, too-large, invalid
 */
export async function checkImport(context: Context, check: Check): Promise<Import> {
  requireRight(context, check.administrationId, "administrator")
  const bytes = Buffer.from(check.contentBase64, "base64")
  if (bytes.byteLength > mostBytes) throw new Problem("too-large", "An import file can have at most 20 MB.")
  return context.transaction(async tx => {
    const [administration] = await tx
      .select()
      .from(administrations)
      .where(eq(administrations.id, check.administrationId))
    if (!administration) throw notHere()
    const lastTime = await lastMapping(tx, check.administrationId)
    const file = await openFile(bytes, headings => mapColumns(headings, check.mapping, lastTime))
    await forgetOldChecks(context, tx, check.administrationId)
    const stored = await storeImport(context, tx, { check, file, fileHash: hash(bytes) })
    const { counts, named } = await storeRows(context, tx, { file, stored, timeZone: administration.timeZone })
    const closes =
      check.mode === "all-open-invoices" && file.fields.includes("invoiceNumber")
        ? withoutIds(await findCloses(tx, { administrationId: check.administrationId, named }))
        : null
    const summary = { ...stored.summary, counts, closes }
    await tx.update(imports).set({ summary }).where(eq(imports.id, stored.id))
    return describeImport({ ...stored, summary })
  })
}

async function lastMapping(tx: Transaction, administrationId: string): Promise<Mapping> {
  const [last] = await tx
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(eq(imports.administrationId, administrationId))
    .orderBy(desc(imports.createdAt))
    .limit(1)
  return last?.mapping ?? {}
}

/** Checks that nobody confirmed within a day go, with their rows. */
async function forgetOldChecks(context: Context, tx: Transaction, administrationId: string): Promise<void> {
  const old = lt(imports.createdAt, new Date(context.now().getTime() - day))
  await tx.delete(imports).where(and(eq(imports.administrationId, administrationId), eq(imports.state, "checked"), old))
}

async function storeImport(
  context: Context,
  tx: Transaction,
  { check, file, fileHash }: { check: Check; file: OpenedFile; fileHash: string },
): Promise<typeof imports.$inferSelect> {
  const by = doerOf(context.actor)
  const counts = { new: 0, changed: 0, unchanged: 0, conflict: 0, refused: 0 }
  const { encoding, delimiter, columns, rows, mapping } = file
  const [stored] = await tx
    .insert(imports)
    .values({
      id: newId(),
      organisationId: context.organisationId,
      administrationId: check.administrationId,
      userId: by.userId,
      userName: by.name,
      fileName: check.fileName,
      fileHash,
      mode: check.mode,
      mapping,
      state: "checked",
      summary: { encoding, delimiter, columns, rows, counts, closes: null },
      createdAt: context.now(),
    })
    .returning()
  if (!stored) throw new Error("The import was not stored.")
  return stored
}

async function storeRows(
  context: Context,
  tx: Transaction,
  { file, stored, timeZone }: { file: OpenedFile; stored: typeof imports.$inferSelect; timeZone: string },
): Promise<{ counts: Import["counts"]; named: Set<string> }> {
  const named = new Set<string>()
  const counts = { ...stored.summary.counts }
  const { id: importId, organisationId, administrationId } = stored
  const today = todayIn(timeZone, context.now())
  const withInvoices = file.fields.includes("invoiceNumber") || stored.mode === "all-open-invoices"
  const judge = startJudging(tx, { administrationId, timeZone, today, withInvoices })
  for await (const piece of readFile(file, pieceOfRows)) {
    const rows = piece.filter(({ row }) => row !== file.headingRow)
    if (rows.length === 0) continue
    const read = rows.map(({ row, cells }): ReadRow => ({ row, ...readRow(cells, file.fields, file.conventions) }))
    for (const { values } of read) if (values.invoiceNumber) named.add(values.invoiceNumber)
    const judged = await judge(read)
    await tx.insert(importRows).values(
      judged.map(({ row, verdict, detail }, place) => {
        counts[verdict]++
        const cells = verdict === "refused" ? rows[place]?.cells : null
        return { organisationId, importId, row, verdict, detail, values: read[place]?.values ?? {}, cells }
      }),
    )
  }
  return { counts, named }
}

function withoutIds({ ids: _, ...closes }: Awaited<ReturnType<typeof findCloses>>): NonNullable<Import["closes"]> {
  return closes
}

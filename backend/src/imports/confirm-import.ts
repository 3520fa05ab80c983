import type { Import } from "@casepost/shared/imports"
import { Problem } from "@casepost/shared/problems"
import { and, asc, eq, gt, sql } from "drizzle-orm"
import { recordAudit } from "../audit/record-audit.ts"
import { todayIn } from "../cases/days-overdue.ts"
import { refreshCaseRows } from "../cases/overview/refresh-case-rows.ts"
import { writeCustomers } from "../cases/upsert/customers/write-customers.ts"
import { holdAdministration } from "../cases/upsert/hold-administration.ts"
import { closeInvoices } from "../cases/upsert/invoices/close-invoices.ts"
import { writeInvoices } from "../cases/upsert/invoices/write-invoices.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { markDataAsOf } from "../organisations/mark-data-as-of.ts"
import { pieceOfRows } from "./check-import.ts"
import { describeImport, requireImport, type StoredImport } from "./describe-import.ts"
import { importRows, imports } from "./tables.ts"
import { findCloses } from "./verdicts/find-closes.ts"
import { type Bench, type Judged, startJudging } from "./verdicts/judge-rows.ts"

/**
 * Carries out an import that was checked, whole or not at all. Every row is judged again in the same transaction: where something else
 * would become of it than was shown, nothing is done. Again is harmless. @throws Problem not-found, not-allowed, import-closes-many, import-stale
 */
export async function confirmImport(
  context: Context,
  { importId, closeMany }: { importId: string; closeMany: boolean },
): Promise<Import> {
  return context.transaction(async tx => {
    const { administrationId } = await requireImport(context, tx, importId)
    const { timeZone } = await holdAdministration(context, tx, administrationId)
    const stored = await requireImport(context, tx, importId)
    if (stored.state === "done") return describeImport(stored)
    const closing = stored.summary.closes ? await closesAsShown(tx, stored) : []
    if (stored.summary.closes?.askAgain && !closeMany) throw closesMany(stored)
    const today = todayIn(timeZone, context.now())
    const withInvoices = stored.mode === "all-open-invoices" || Object.values(stored.mapping).includes("invoiceNumber")
    const written = await writeRows(context, tx, { stored, bench: { administrationId, timeZone, today, withInvoices } })
    await closeInvoices(context, tx, closing)
    await refreshCaseRows(tx, [...written, ...closing])
    await markDataAsOf(context, tx, administrationId)
    const done = { ...stored, state: "done", finishedAt: context.now() }
    await tx.update(imports).set({ state: done.state, finishedAt: done.finishedAt }).where(eq(imports.id, importId))
    await recordAudit(tx, context, {
      deed: "confirmImport",
      subject: { kind: "import", id: importId },
      administrationId,
      detail: { fileName: stored.fileName, mode: stored.mode, ...stored.summary.counts, closed: closing.length },
    })
    return describeImport(done)
  })
}

function closesMany({ summary: { closes } }: StoredImport): Problem {
  const { count = 0, ofOpen = 0 } = closes ?? {}
  return new Problem(
    "import-closes-many",
    `This import closes ${count} of ${ofOpen} open invoices, because they are not in the file. Confirm it once more if the file holds all open invoices.`,
  )
}

async function closesAsShown(tx: Transaction, stored: StoredImport): Promise<string[]> {
  const rows = await tx
    .select({ number: sql<string | null>`${importRows.values} ->> 'invoiceNumber'` })
    .from(importRows)
    .where(eq(importRows.importId, stored.id))
  const named = new Set(rows.flatMap(({ number }) => number ?? []))
  const { ids, ...now } = await findCloses(tx, { administrationId: stored.administrationId, named })
  const shown = stored.summary.closes
  const isSame = now.count === shown?.count && now.numbers.join("\n") === shown.numbers.join("\n")
  if (!isSame) throw stale("other invoices would be closed than were shown")
  return ids
}

function stale(why: string): Problem {
  return new Problem(
    "import-stale",
    `The data changed since this file was checked: ${why}. Check the file again; nothing was imported.`,
  )
}

async function writeRows(
  context: Context,
  tx: Transaction,
  { stored, bench }: { stored: StoredImport; bench: Bench },
): Promise<string[]> {
  const judge = startJudging(tx, bench)
  const customerIds = new Map<string, string>()
  const written: string[] = []
  let after = 0
  for (;;) {
    const rows = await tx
      .select()
      .from(importRows)
      .where(and(eq(importRows.importId, stored.id), gt(importRows.row, after)))
      .orderBy(asc(importRows.row))
      .limit(pieceOfRows)
    const last = rows.at(-1)
    if (!last) return [...customerIds.values(), ...written]
    after = last.row
    // A row that was shown as refused stays so; all others are judged by what they say.
    const judged = await judge(
      rows.map(({ row, values, verdict, detail }) => ({ row, values, refused: verdict === "refused" ? detail : null })),
    )
    const other = judged.find(({ verdict }, place) => verdict !== rows[place]?.verdict)
    if (other) throw stale(`row ${other.row} would be ${other.verdict} now`)
    written.push(...(await writePiece(context, tx, { judged, customerIds, administrationId: stored.administrationId })))
  }
}

async function writePiece(
  context: Context,
  tx: Transaction,
  {
    judged,
    customerIds,
    administrationId,
  }: { judged: Judged[]; customerIds: Map<string, string>; administrationId: string },
): Promise<Iterable<string>> {
  const plans = judged.flatMap(({ customer }) => customer ?? [])
  const written = await writeCustomers(context, tx, { administrationId, plans })
  for (const [number, id] of written) customerIds.set(number, id)
  const invoices = judged.flatMap(({ invoice }) => invoice ?? [])
  return (await writeInvoices(context, tx, { administrationId, plans: invoices, customerIds })).values()
}

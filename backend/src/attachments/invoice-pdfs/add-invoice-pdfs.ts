import type { PdfOutcome } from "@casepost/shared/invoice-pdfs"
import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import { requireRight } from "../../access/require-right.ts"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import { isOneOf } from "../../database.ts"
import { hash } from "../../secrets.ts"
import { attachments } from "../tables.ts"
import { acceptPdf, pdfName } from "./accept-pdf.ts"
import { attachPdfs, type InvoicePdf } from "./attach-pdfs.ts"
import { type MatchedInvoice, matchInvoices } from "./match-invoices.ts"
import { readZip, type ZippedFile } from "./read-zip.ts"

/**
 * Gives many invoices of an administration their PDFs from a ZIP, each file named after its invoice; one refused file refuses no other.
 * Files are unpacked one by one and looked at before anything is attached; then all are attached at once.
 * @throws Problem not-found, not-allowed, unsupported-media-type, too-large
 */
export async function addInvoicePdfs(
  context: Context,
  { administrationId, bytes }: { administrationId: string; bytes: Uint8Array },
): Promise<{ files: PdfOutcome[] }> {
  requireRight(context, administrationId, "administrator")
  const zipped = await readZip(bytes)
  const names = zipped.map(({ name }) => name)
  const { matches, held } = await context.transaction(async tx => {
    const matches = await matchInvoices(tx, { administrationId, names })
    const invoiceIds = [...matches.values()].flatMap(match => ("id" in match ? match.id : []))
    const rows = await tx
      .select({ invoiceId: attachments.ownerId, name: attachments.name, sha256: attachments.sha256 })
      .from(attachments)
      .where(and(eq(attachments.ownerKind, "invoice"), isOneOf(attachments.ownerId, invoiceIds)))
    return { matches, held: new Map(rows.map(row => [row.invoiceId, row])) }
  })
  const taken = new Map<string, string>()
  const pdfs: InvoicePdf[] = []
  const files: PdfOutcome[] = []
  for (const file of zipped) {
    const match = matches.get(file.name)
    const refuse = (detail: string, number: string | null = null) =>
      files.push({ name: shownName(file.name), number, outcome: "refused", detail })
    if ("refused" in file) refuse(file.refused)
    else if (!match || "refused" in match) refuse(match?.refused ?? "")
    else if (taken.has(match.id))
      refuse(`${taken.get(match.id)} is of the same invoice, and comes first.`, match.number)
    else {
      const before = held.get(match.id)
      const read = await readPdf(context, { file, match, before })
      if ("refused" in read) refuse(read.refused, match.number)
      else {
        taken.set(match.id, shownName(file.name))
        if (read.pdf) pdfs.push(read.pdf)
        const outcome = !read.pdf ? "unchanged" : before ? "replaced" : "added"
        files.push({ name: shownName(file.name), number: match.number, outcome, detail: null })
      }
    }
  }
  await attachAll(context, { administrationId, pdfs, files })
  return { files }
}

type Reading = {
  file: Extract<ZippedFile, { read: unknown }>
  match: MatchedInvoice
  before: { name: string; sha256: string } | undefined
}

/** A file's bytes, kept; no `pdf` where the invoice has just that already. */
async function readPdf(
  context: Context,
  { file, match, before }: Reading,
): Promise<{ refused: string } | { pdf: InvoicePdf | undefined }> {
  try {
    const bytes = await file.read()
    const name = file.name.split("/").at(-1) ?? match.number
    if (before && before.sha256 === hash(bytes) && before.name === pdfName(name)) return { pdf: undefined }
    return { pdf: { invoiceId: match.id, file: await acceptPdf(context, { name, bytes }) } }
  } catch (error) {
    if (error instanceof Problem && error.code !== "unavailable") return { refused: error.message }
    throw error
  }
}

async function attachAll(
  context: Context,
  { administrationId, pdfs, files }: { administrationId: string; pdfs: InvoicePdf[]; files: PdfOutcome[] },
): Promise<void> {
  const replaced = await context.transaction(async tx => {
    const detail: Record<string, number> = {}
    for (const { outcome } of files) detail[outcome] = (detail[outcome] ?? 0) + 1
    const subject = { kind: "administration", id: administrationId }
    await recordAudit(tx, context, { deed: "addInvoicePdfs", subject, administrationId, detail })
    return (await attachPdfs(context, tx, pdfs)).replaced
  })
  for (const key of replaced) await context.files.delete(key)
}

/** A path as it may be shown: no control characters, not without end. */
function shownName(name: string): string {
  return name.replace(/\p{C}/gu, "").slice(0, 300)
}

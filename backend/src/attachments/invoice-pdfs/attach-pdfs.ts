import { and, eq, inArray, sql } from "drizzle-orm"
import { markPdf } from "../../cases/mark-pdf.ts"
import { newId } from "../../columns.ts"
import type { Context } from "../../context.ts"
import { isOneOf, rowsOf, type Transaction } from "../../database.ts"
import type { AcceptedFile } from "../accept-file.ts"
import { attachments } from "../tables.ts"

export type InvoicePdf = { invoiceId: string; file: AcceptedFile }

/**
 * Gives invoices their PDFs, each in the place of an earlier one: under the same id, so that a draft that names it sends the new one.
 * Messages that were sent have rows of their own and keep theirs. Gives the ids by invoice, and the file keys that were replaced.
 */
export async function attachPdfs(
  context: Context,
  tx: Transaction,
  pdfs: readonly InvoicePdf[],
): Promise<{ ids: Map<string, string>; replaced: string[] }> {
  if (pdfs.length === 0) return { ids: new Map(), replaced: [] }
  const invoiceIds = pdfs.map(({ invoiceId }) => invoiceId).sort()
  const before = await tx
    .select({ fileKey: attachments.fileKey })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "invoice"), isOneOf(attachments.ownerId, invoiceIds)))
    .for("update")
  const rows = pdfs.map(({ invoiceId, file }) => ({
    id: newId(),
    organisation_id: context.organisationId,
    owner_id: invoiceId,
    name: file.name,
    content_type: file.contentType,
    size: file.size,
    sha256: file.sha256,
    file_key: file.fileKey,
    claimed_at: context.now().toISOString(),
  }))
  // One parameter for thousands of rows.
  const written = rowsOf<{ id: string; owner_id: string }>(
    await tx.execute(sql`
      insert into ${attachments} (id, organisation_id, owner_kind, owner_id, name, content_type, size, sha256, file_key, claimed_at)
      select id, organisation_id, 'invoice', owner_id, name, content_type, size, sha256, file_key, claimed_at
      from jsonb_populate_recordset(null::${attachments}, ${JSON.stringify(rows)}::text::jsonb) order by owner_id
      on conflict (owner_id) where owner_kind = 'invoice' do update set name = excluded.name, content_type = excluded.content_type,
        size = excluded.size, sha256 = excluded.sha256, file_key = excluded.file_key, claimed_at = excluded.claimed_at
      returning id::text as id, owner_id::text as owner_id`),
  )
  await markPdf(tx, invoiceIds, true)
  const replaced = await unusedKeys(
    tx,
    before.map(({ fileKey }) => fileKey),
  )
  return { ids: new Map(written.map(row => [row.owner_id, row.id])), replaced }
}

/** Those of the keys that no row uses any more. Their files are deleted after the commit: a row without its file is worse than the other way round. */
export async function unusedKeys(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const used = await tx
    .select({ fileKey: attachments.fileKey })
    .from(attachments)
    .where(inArray(attachments.fileKey, [...keys]))
  const stillUsed = new Set(used.map(row => row.fileKey))
  return keys.filter(key => !stillUsed.has(key))
}

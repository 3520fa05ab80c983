import { and, eq, sql } from "drizzle-orm"
import { validate } from "uuid"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { messages } from "../messages/tables.ts"
import { standardMessages } from "../standard-messages/tables.ts"
import { attachments } from "./tables.ts"
import { uploaderOf } from "./upload-attachment.ts"

/** The files every message of a bulk message gets. */
type ForBulk = { ids: string[]; bulkMessageId: string; administrationIds: string[] }

/**
 * Gives files to a bulk message: an upload of one's own moves, a file of a standard message here or of an earlier message of one's own is
 * used a second time. Gives their bytes, and the place of one that may not be used.
 */
export async function giveToBulk(
  context: Context,
  tx: Transaction,
  { ids, bulkMessageId, administrationIds }: ForBulk,
): Promise<{ size: number; refused: number | undefined }> {
  if (ids.length === 0) return { size: 0, refused: undefined }
  const uploader = uploaderOf(context)
  const rows = await tx
    .select({ file: attachments, author: messages.authorUserId, place: standardMessages.administrationId })
    .from(attachments)
    .leftJoin(messages, and(eq(attachments.ownerKind, "message"), eq(messages.id, attachments.ownerId)))
    .leftJoin(
      standardMessages,
      and(eq(attachments.ownerKind, "standard-message"), eq(standardMessages.id, attachments.ownerId)),
    )
    .where(
      isOneOf(
        attachments.id,
        ids.filter(id => validate(id)),
      ),
    )
    .for("update", { of: attachments })
  const usable = rows.filter(
    ({ file, author, place }) =>
      (file.ownerKind === "upload" && file.ownerId === uploader) ||
      (author !== null && author === uploader) ||
      (place !== null && administrationIds.includes(place)),
  )
  const chosen = ids.map(id => usable.find(row => row.file.id === id)?.file)
  const refused = chosen.indexOf(undefined)
  if (refused >= 0) return { size: 0, refused }
  const owned = { ownerKind: "bulk-message", ownerId: bulkMessageId, claimedAt: context.now() }
  for (const [position, file] of chosen.entries()) {
    if (!file) continue
    if (file.ownerKind === "upload")
      await tx
        .update(attachments)
        .set({ ...owned, position })
        .where(eq(attachments.id, file.id))
    else await tx.insert(attachments).values({ ...file, ...owned, id: newId(), position })
  }
  return { size: chosen.reduce((sum, file) => sum + (file?.size ?? 0), 0), refused: undefined }
}

/** Gives the uploads of a bulk message that was taken back to its author again, under the same ids; second uses go. */
export async function takeFromBulk(
  tx: Transaction,
  { bulkMessageId, uploaderId, uploads }: { bulkMessageId: string; uploaderId: string; uploads: string[] },
): Promise<void> {
  const its = and(eq(attachments.ownerKind, "bulk-message"), eq(attachments.ownerId, bulkMessageId))
  await tx
    .update(attachments)
    .set({ ownerKind: "upload", ownerId: uploaderId, claimedAt: null })
    .where(
      and(
        its,
        isOneOf(
          attachments.id,
          uploads.filter(id => validate(id)),
        ),
      ),
    )
  await tx.delete(attachments).where(its)
}

/**
 * Attaches the files of a bulk message to messages it is made into, and to each its own invoice's PDF where asked, in front. The bytes are
 * shared: every row names the same file.
 */
export async function attachToMany(
  tx: Transaction,
  of: { organisationId: string; bulkMessageId: string; messages: { id: string; invoiceId: string | null }[]; at: Date },
): Promise<void> {
  const at = of.at.toISOString()
  const pairs = JSON.stringify(of.messages.map(({ id, invoiceId }) => ({ message_id: id, invoice_id: invoiceId })))
  const asked = sql`jsonb_to_recordset(${pairs}::text::jsonb) as m(message_id uuid, invoice_id uuid)`
  await tx.execute(sql`
    insert into ${attachments} (id, organisation_id, owner_kind, owner_id, position, name, content_type, size, sha256, file_key, claimed_at)
    select gen_random_uuid(), ${of.organisationId}::uuid, 'message', n.message_id, n.place, n.name, n.content_type, n.size, n.sha256,
      n.file_key, ${at}::timestamptz
    from (
      select m.message_id, f.position + 1 as place, f.name, f.content_type, f.size, f.sha256, f.file_key
      from ${asked} join ${attachments} f on f.owner_kind = 'bulk-message' and f.owner_id = ${of.bulkMessageId}::uuid
      union all
      select m.message_id, 0, f.name, f.content_type, f.size, f.sha256, f.file_key
      from ${asked} join ${attachments} f on f.owner_kind = 'invoice' and f.owner_id = m.invoice_id) n`)
}

import { and, eq, sql } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, visibleAdministrations } from "../access/require-right.ts"
import { bulkMessages } from "../bulk-messages/tables.ts"
import { invoices } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { messages } from "../messages/tables.ts"
import { notes } from "../notes/tables.ts"
import { standardMessages } from "../standard-messages/tables.ts"
import { readBytes } from "./read-bytes.ts"
import { attachments } from "./tables.ts"
import { uploaderOf } from "./upload-attachment.ts"

/**
 * A file with its bytes, for whoever may see what it is attached to; an upload only for who uploaded it.
 * @throws Problem not-found, unavailable (the file store does not answer)
 */
export async function readAttachment(
  context: Context,
  id: string,
): Promise<{ bytes: Uint8Array; name: string; contentType: string }> {
  const [file] = await context.transaction(tx => seenFiles(context, tx, [id]))
  if (!file) throw notHere()
  return { bytes: await readBytes(context, file), name: file.name, contentType: file.contentType }
}

/** Those of the files that the actor may see, in no order. */
export async function seenFiles(context: Context, tx: Transaction, ids: readonly string[]) {
  const owning = (kind: string, column: Parameters<typeof eq>[0]) =>
    and(eq(attachments.ownerKind, kind), eq(column, attachments.ownerId))
  const { id, name, contentType, size, fileKey, ownerKind, ownerId } = attachments
  const rows = await tx
    .select({
      id,
      name,
      contentType,
      size,
      fileKey,
      ownerKind,
      ownerId,
      administrationId: sql<string | null>`coalesce(${messages.administrationId}, ${notes.administrationId},
        ${invoices.administrationId}, ${standardMessages.administrationId})`,
      places: bulkMessages.administrationIds,
    })
    .from(attachments)
    .leftJoin(messages, owning("message", messages.id))
    .leftJoin(notes, owning("note", notes.id))
    .leftJoin(invoices, owning("invoice", invoices.id))
    .leftJoin(standardMessages, owning("standard-message", standardMessages.id))
    .leftJoin(bulkMessages, owning("bulk-message", bulkMessages.id))
    .where(
      isOneOf(
        id,
        ids.filter(one => validate(one)),
      ),
    )
  return rows.filter(row => maySee(context, row))
}

function maySee(
  context: Context,
  file: { ownerKind: string; ownerId: string; administrationId: string | null; places: string[] | null },
): boolean {
  if (file.ownerKind === "upload") return file.ownerId === uploaderOf(context)
  if (file.places) return file.places.every(place => visibleAdministrations(context).includes(place))
  return file.administrationId !== null && visibleAdministrations(context).includes(file.administrationId)
}

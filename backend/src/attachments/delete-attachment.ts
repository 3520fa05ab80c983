import { and, eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { attachments } from "./tables.ts"
import { uploaderOf } from "./upload-attachment.ts"

/** Throws an upload of one's own away; what was sent stays. @throws Problem not-found */
export async function deleteAttachment(context: Context, id: string): Promise<void> {
  const ownerId = uploaderOf(context)
  const unused = await context.transaction(async tx => {
    if (!validate(id)) throw notHere()
    const [gone] = await tx
      .delete(attachments)
      .where(and(eq(attachments.id, id), eq(attachments.ownerKind, "upload"), eq(attachments.ownerId, ownerId)))
      .returning({ fileKey: attachments.fileKey })
    if (!gone) throw notHere()
    const others = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.fileKey, gone.fileKey))
    return others.length === 0 ? gone.fileKey : undefined
  })
  // After the commit: a file without a row wastes room, a row without its file loses what somebody attached.
  if (unused) await context.files.delete(unused)
}

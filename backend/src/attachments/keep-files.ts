import { mostMailBytes } from "@casepost/shared/attachments"
import { and, asc, eq, inArray, notInArray, or } from "drizzle-orm"
import { validate } from "uuid"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { refuseAttachment, tooLargeTogether } from "./claim-attachments.ts"
import { attachments } from "./tables.ts"
import { uploaderOf } from "./upload-attachment.ts"

/**
 * Makes these the files of a standard message, in this order: uploads of one's own, and files it has. One that it had and that is not
 * among them becomes an upload of whoever took it out; messages that were sent with it keep their own use of it.
 * @throws Problem attachment-refused (names the place in `attachmentIds`), too-large (25 MB in all)
 */
export async function keepFiles(
  context: Context,
  tx: Transaction,
  { standardMessageId, ids: asked }: { standardMessageId: string; ids: string[] },
): Promise<void> {
  const uploader = uploaderOf(context)
  const ids = [...new Set(asked)]
  const ownedBy = (ownerKind: string, ownerId: string) =>
    and(eq(attachments.ownerKind, ownerKind), eq(attachments.ownerId, ownerId))
  const its = ownedBy("standard-message", standardMessageId)
  const usable = await tx
    .select({ id: attachments.id, size: attachments.size })
    .from(attachments)
    .where(
      and(
        inArray(
          attachments.id,
          ids.filter(id => validate(id)),
        ),
        or(its, ownedBy("upload", uploader)),
      ),
    )
    .for("update")
  for (const [place, id] of ids.entries()) if (!usable.some(file => file.id === id)) refuseAttachment(place)
  const size = usable.reduce((sum, file) => sum + file.size, 0)
  if (size > mostMailBytes) throw tooLargeTogether(size)
  // As new as an upload of today: it is thrown away in a week, not at once.
  await tx
    .update(attachments)
    .set({ ownerKind: "upload", ownerId: uploader, claimedAt: null, createdAt: context.now() })
    .where(and(its, ids.length > 0 ? notInArray(attachments.id, ids.filter(validate)) : undefined))
  for (const [position, id] of ids.entries())
    await tx
      .update(attachments)
      .set({ ownerKind: "standard-message", ownerId: standardMessageId, position, claimedAt: context.now() })
      .where(eq(attachments.id, id))
}

/** Gives a copy of a standard message its own use of every file. */
export async function copyFiles(
  context: Context,
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const files = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "standard-message"), eq(attachments.ownerId, from)))
    .orderBy(asc(attachments.position))
  if (files.length === 0) return
  await tx
    .insert(attachments)
    .values(files.map(({ id: _, createdAt: __, ...file }) => ({ ...file, ownerId: to, claimedAt: context.now() })))
}

import { and, eq } from "drizzle-orm"
import { newId } from "../columns.ts"
import type { Transaction } from "../database.ts"
import { releaseAttachments } from "./release-attachments.ts"
import { attachments } from "./tables.ts"

/** Gives the files of a message to its author's draft under the ids it knows; the message, which stays in the timeline, keeps a second use of each. */
export async function shareAttachments(
  tx: Transaction,
  { messageId, uploaderId }: { messageId: string; uploaderId: string },
): Promise<void> {
  const files = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), eq(attachments.ownerId, messageId)))
  await releaseAttachments(tx, { messageId, uploaderId })
  if (files.length > 0) await tx.insert(attachments).values(files.map(file => ({ ...file, id: newId() })))
}

import { and, eq } from "drizzle-orm"
import type { Transaction } from "../database.ts"
import { attachments } from "./tables.ts"

/** Makes the files of a message that was taken back uploads of its author again, under the same ids. */
export async function releaseAttachments(
  tx: Transaction,
  { messageId, uploaderId }: { messageId: string; uploaderId: string },
): Promise<void> {
  await tx
    .update(attachments)
    .set({ ownerKind: "upload", ownerId: uploaderId, claimedAt: null })
    .where(and(eq(attachments.ownerKind, "message"), eq(attachments.ownerId, messageId)))
}

import { and, asc, eq } from "drizzle-orm"
import { seenFiles } from "../../attachments/read-attachment.ts"
import { attachments } from "../../attachments/tables.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { BulkRow } from "./tally.ts"

export type BulkFile = { id: string; name: string; contentType: string; size: number }

/** The files of every message: while it is written those its author chose and may use, from sending on its own. */
export async function filesOf(context: Context, tx: Transaction, bulk: BulkRow): Promise<BulkFile[]> {
  const { id, name, contentType, size } = attachments
  if (bulk.state !== "writing")
    return tx
      .select({ id, name, contentType, size })
      .from(attachments)
      .where(and(eq(attachments.ownerKind, "bulk-message"), eq(attachments.ownerId, bulk.id)))
      .orderBy(asc(attachments.position))
  const chosen = bulk.content.attachmentIds
  if (chosen.length === 0) return []
  const seen = await seenFiles(context, tx, chosen)
  return chosen.flatMap(one =>
    seen.filter(file => file.id === one).map(({ id, name, contentType, size }) => ({ id, name, contentType, size })),
  )
}

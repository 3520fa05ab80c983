import { and, eq, inArray, lt, notExists, sql } from "drizzle-orm"
import { bulkMessages } from "../bulk-messages/tables.ts"
import type { House } from "../context.ts"
import { drafts } from "../drafts/tables.ts"
import { attachments } from "./tables.ts"

const day = 24 * 60 * 60 * 1000
/** Few at a time: the files go one by one. */
const most = 500

/** Throws away uploads that no draft and no bulk message that is being written names, and nobody sent within 7 days, with their files. */
export async function forgetUnclaimedUploads(house: House): Promise<void> {
  const before = new Date(house.now().getTime() - 7 * day)
  const unused = await house.database.inScope({ role: "casepost_system" }, async tx => {
    const naming = tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(
        sql`${drafts.organisationId} = ${attachments.organisationId} and ${drafts.consumedAt} is null
          and ${drafts.content} -> 'attachmentIds' ? ${attachments.id}::text`,
      )
    const writing = tx
      .select({ id: bulkMessages.id })
      .from(bulkMessages)
      .where(
        sql`${bulkMessages.organisationId} = ${attachments.organisationId} and ${bulkMessages.state} = 'writing'
          and ${bulkMessages.content} -> 'attachmentIds' ? ${attachments.id}::text`,
      )
    const old = await tx
      .select({ id: attachments.id, fileKey: attachments.fileKey })
      .from(attachments)
      .where(
        and(
          eq(attachments.ownerKind, "upload"),
          lt(attachments.createdAt, before),
          notExists(naming),
          notExists(writing),
        ),
      )
      .limit(most)
    if (old.length === 0) return []
    const ids = old.map(row => row.id)
    await tx.delete(attachments).where(inArray(attachments.id, ids))
    const keys = [...new Set(old.map(row => row.fileKey))]
    const stillUsed = await tx
      .select({ fileKey: attachments.fileKey })
      .from(attachments)
      .where(inArray(attachments.fileKey, keys))
    const used = new Set(stillUsed.map(row => row.fileKey))
    return keys.filter(key => !used.has(key))
  })
  // After the commit: a file without a row wastes room, a row without its file loses what somebody attached.
  for (const key of unused) await house.files.delete(key)
}

import { inArray } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { readMarks } from "./tables.ts"

/**
 * Marks messages read or unread for everybody; who read one first is kept. The caller has checked the right, and counts the conversation
 * again afterwards (`entries/recount-conversation`). @throws Problem not-allowed (an API key reads nothing)
 */
export async function setRead(
  context: Context,
  tx: Transaction,
  { messageIds, read }: { messageIds: string[]; read: boolean },
): Promise<void> {
  const { userId, name } = requireUser(context)
  if (messageIds.length === 0) return
  if (read)
    await tx
      .insert(readMarks)
      .values(
        messageIds.map(messageId => ({
          messageId,
          organisationId: context.organisationId,
          userId,
          userName: name,
          at: context.now(),
        })),
      )
      .onConflictDoNothing()
  else await tx.delete(readMarks).where(inArray(readMarks.messageId, messageIds))
}

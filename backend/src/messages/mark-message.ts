import { eq } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { recountConversation } from "../entries/recount-conversation.ts"
import { caseOf, requireMessage } from "./require-message.ts"
import { readMarks } from "./tables.ts"

/** Marks a message read or unread for everybody; who read it first is kept. @throws Problem not-found, not-allowed (an API key) */
export async function markMessage(context: Context, { id, read }: { id: string; read: boolean }): Promise<void> {
  const { userId, name } = requireUser(context)
  await context.transaction(async tx => {
    const message = await requireMessage(context, tx, { id, right: "restricted" })
    if (read)
      await tx
        .insert(readMarks)
        .values({ messageId: id, organisationId: context.organisationId, userId, userName: name, at: context.now() })
        .onConflictDoNothing()
    else await tx.delete(readMarks).where(eq(readMarks.messageId, id))
    await recountConversation(tx, caseOf(message))
  })
}

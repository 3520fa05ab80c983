import type { Context } from "../context.ts"
import { recountConversation } from "../entries/recount-conversation.ts"
import { caseOf, requireMessage } from "./require-message.ts"
import { setRead } from "./set-read.ts"

/** Marks a message read or unread for everybody; who read it first is kept. @throws Problem not-found, not-allowed (an API key) */
export async function markMessage(context: Context, { id, read }: { id: string; read: boolean }): Promise<void> {
  await context.transaction(async tx => {
    const message = await requireMessage(context, tx, { id, right: "restricted" })
    await setRead(context, tx, { messageIds: [message.id], read })
    await recountConversation(tx, caseOf(message))
  })
}

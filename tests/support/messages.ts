import type { Context, House } from "@casepost/backend/context"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import type { CaseRef } from "@casepost/shared/cases"
import type { SendMessageBody, SentMessage } from "@casepost/shared/messages"
import { eq } from "drizzle-orm"

/** A message about a case, with what a test wants otherwise. */
export function writing(caseRef: CaseRef, changes: Partial<SendMessageBody> = {}): SendMessageBody {
  return {
    caseRef,
    to: [],
    cc: [],
    bcc: [],
    subject: "Your invoice is still open",
    bodyHtml: "<p>Dear Mr Jansen, please pay.</p>",
    attachmentIds: [],
    standardMessageId: null,
    cancelOnReply: true,
    confirmedTo: [],
    ...changes,
  }
}

/** A message that has left: in the portal, at the provider. The dispatcher's own work is tested with `delivery`. */
export async function sendAndLeave(house: House, context: Context, body: SendMessageBody): Promise<SentMessage> {
  const sent = await sendMessage(context, body)
  await leave(house, sent.id)
  return sent
}

export async function leave(house: House, messageId: string): Promise<void> {
  const db = house.database.owner
  const leftAt = house.now()
  await db.update(attempts).set({ state: "left", leftAt }).where(eq(attempts.messageId, messageId))
  await db.update(messages).set({ state: "left", leftAt }).where(eq(messages.id, messageId))
  await db.update(recipients).set({ state: "queued" }).where(eq(recipients.messageId, messageId))
}

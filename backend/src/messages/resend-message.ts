import { type RecipientInput, type SentMessage, undoSeconds } from "@casepost/shared/messages"
import { Problem } from "@casepost/shared/problems"
import { desc, eq } from "drizzle-orm"
import { notHere } from "../access/require-right.ts"
import { refreshCaseRows } from "../cases/overview/refresh-case-rows.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { resolveRecipients } from "./recipients/resolve-recipients.ts"
import { caseOf, type MessageRow, requireMessage } from "./require-message.ts"
import { requireMessageable, requireTransport } from "./sending/prepare-message.ts"
import { sentMessage } from "./sending/sent-message.ts"
import { writeAttempt } from "./sending/write-attempt.ts"
import { attempts, messages } from "./tables.ts"

export type Resend = {
  id: string
  to: RecipientInput[]
  cc: RecipientInput[]
  bcc: RecipientInput[]
  confirmedTo: string[]
}

/**
 * Sends a message once more, unchanged, to recipients chosen anew: the next attempt under the same entry, held for 10 seconds.
 * @throws Problem not-found, not-allowed, not-left-yet, do-not-message, relation-as-to, relation-unavailable, sending-off, invalid
 */
export async function resendMessage(context: Context, { id, ...chosen }: Resend): Promise<SentMessage> {
  const sent = await context.transaction(async tx => {
    const message = await requireMessage(context, tx, { id, right: "standard" })
    const found = await requireCase(context, tx, caseOf(message), "standard")
    const number = await nextNumber(tx, message)
    requireMessageable(found)
    requireTransport(context)
    const recipients = await resolveRecipients(tx, { found, chosen })
    requireSomebody(recipients.some(one => one.address !== null))
    const leavesAt = new Date(context.now().getTime() + undoSeconds * 1000)
    await writeAttempt(context, tx, { messageId: message.id, number, leavesAt, scheduled: false, recipients })
    await refreshCaseRows(tx, [found.ref.id])
    const answer = await sentMessage(tx, { messageId: message.id })
    await context.rememberAnswer(tx, answer)
    return answer
  })
  context.wakeDelivery()
  return sent
}

/** @throws Problem not-found for what customers wrote, not-left-yet while an attempt is still waiting */
async function nextNumber(tx: Transaction, message: MessageRow): Promise<number> {
  if (message.direction !== "outgoing") throw notHere()
  // Held, so that of two resends at once the second sees the attempt of the first.
  const [held] = await tx
    .select({ state: messages.state })
    .from(messages)
    .where(eq(messages.id, message.id))
    .for("update")
  const rows = await tx
    .select({ number: attempts.number, state: attempts.state })
    .from(attempts)
    .where(eq(attempts.messageId, message.id))
    .orderBy(desc(attempts.number))
  if (held?.state === "cancelled")
    throw new Problem("not-left-yet", "This message was cancelled and never left. Write it again instead.")
  if (held?.state !== "left" || rows.some(attempt => attempt.state === "waiting"))
    throw new Problem("not-left-yet", "This message is still waiting to leave. Resend it after that, or undo it first.")
  return (rows[0]?.number ?? 0) + 1
}

/** It stands in the portal already: a resend is an e-mail or nothing. */
function requireSomebody(anybody: boolean): void {
  if (anybody) return
  const detail = "Choose an address to send it to."
  throw new Problem("invalid", detail, { fields: [{ path: "to", detail }] })
}

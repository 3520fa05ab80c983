import type { SendMessageBody, SentMessage } from "@casepost/shared/messages"
import { Problem } from "@casepost/shared/problems"
import { claimAttachments } from "../attachments/claim-attachments.ts"
import type { FoundCase } from "../cases/find-case.ts"
import { requireCase } from "../cases/require-case.ts"
import { newId } from "../columns.ts"
import { type Context, doerOf } from "../context.ts"
import type { Transaction } from "../database.ts"
import { consumeDraft } from "../drafts/consume-draft.ts"
import { countUse } from "../standard-messages/count-use.ts"
import { requireKnown, requireValues } from "./sending/fill-content.ts"
import { leavesAt } from "./sending/leaves-at.ts"
import { missingText } from "./sending/missing-text.ts"
import {
  type PreparedMessage,
  prepareMessage,
  requireMessageable,
  requireTransport,
} from "./sending/prepare-message.ts"
import { sentMessage } from "./sending/sent-message.ts"
import { showMessage } from "./sending/show-message.ts"
import { writeAttempt } from "./sending/write-attempt.ts"
import { messages, readMarks } from "./tables.ts"

/**
 * Sends a message about a case: its placeholders are filled, it is accepted in one transaction, held for 10 seconds or until `sendAt`,
 * then taken by the dispatcher from the rows written here. The draft it was written in is consumed with it, so a double click or a replay
 * gives the same message again. @throws Problem not-found, not-allowed, do-not-message, relation-as-to, relation-unavailable,
 * placeholder-unknown, placeholder-missing, stale-draft, attachment-refused, too-large, sending-off, invalid
 */
export async function sendMessage(context: Context, body: SendMessageBody): Promise<SentMessage> {
  const sent = await context.transaction(async tx => {
    const found = await requireCase(context, tx, body.caseRef, "standard")
    if (await wasSentBefore(context, tx, { found, body })) return sentMessage(tx, { draftId: body.draftId })
    requireMessageable(found)
    requireTransport(context)
    const prepared = await prepareMessage(context, tx, { found, content: body })
    requireKnown(prepared.source ?? prepared)
    requireValues(prepared.filled)
    requireText(prepared)
    const messageId = await writeMessage(context, tx, { found, body, prepared })
    await writeAttempt(context, tx, {
      messageId,
      number: 1,
      leavesAt: leavesAt(context, body.sendAt),
      scheduled: body.sendAt !== undefined,
      recipients: prepared.recipients,
    })
    await claimAttachments(context, tx, {
      ids: body.attachmentIds,
      owner: { kind: "message", id: messageId },
      administrationId: found.administrationId,
      customerId: found.customerId,
    })
    await showMessage(tx, { found, messageId, at: context.now(), unread: false })
    const answer = await sentMessage(tx, { messageId })
    await context.rememberAnswer(tx, answer)
    return answer
  })
  context.wakeDelivery()
  return sent
}

async function wasSentBefore(
  context: Context,
  tx: Transaction,
  { found, body }: { found: FoundCase; body: SendMessageBody },
): Promise<boolean> {
  if (!body.draftId) return false
  const draft = { id: body.draftId, kind: "message", caseRef: found.ref, version: body.draftVersion } as const
  return (await consumeDraft(context, tx, draft)) === "consumed-before"
}

/** Callers within the house (bulk, imports) come without the shape that a request was checked with. */
function requireText(prepared: PreparedMessage): void {
  const fields = missingText(prepared)
  if (fields[0]) throw new Problem("invalid", fields[0].detail, { fields })
}

type NewMessage = { found: FoundCase; body: SendMessageBody; prepared: PreparedMessage }

async function writeMessage(context: Context, tx: Transaction, { found, body, prepared }: NewMessage): Promise<string> {
  const { organisationId } = context
  const { recipients: _, mails: __, filled: ___, ...content } = prepared
  const id = newId()
  const standardMessageId = await countUse(tx, {
    id: body.standardMessageId,
    administrationId: found.administrationId,
    uses: 1,
    at: context.now(),
  })
  const author = doerOf(context.actor, found.administration.senderName)
  await tx.insert(messages).values({
    id,
    organisationId,
    administrationId: found.administrationId,
    customerId: found.customerId,
    caseKind: found.ref.kind,
    caseId: found.ref.id,
    direction: "outgoing",
    authorUserId: author.userId,
    authorName: author.name,
    ...content,
    state: "waiting",
    cancelOnReply: body.sendAt !== undefined && body.cancelOnReply,
    draftId: body.draftId ?? null,
    standardMessageId,
    createdAt: context.now(),
  })
  await tx.insert(readMarks).values({
    messageId: id,
    organisationId,
    userId: author.userId,
    userName: author.name,
    at: context.now(),
  })
  return id
}

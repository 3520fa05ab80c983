import { mostMailBytes } from "@casepost/shared/attachments"
import type { CaseRef } from "@casepost/shared/cases"
import type { PortalMessage } from "@casepost/shared/portal"
import { Problem } from "@casepost/shared/problems"
import { answerOnce } from "../access/answer-once.ts"
import { type AcceptedFile, acceptFile } from "../attachments/accept-file.ts"
import type { Context } from "../context.ts"
import { tellOfReply } from "../delivery/tell-of-reply.ts"
import { receiveReply } from "../messages/receive-reply.ts"
import { hash } from "../secrets.ts"
import { requireConversation } from "./conversations/require-conversation.ts"
import { limitTries } from "./entry/limit-tries.ts"
import { requireCustomer } from "./known-customer.ts"
import { readConversation } from "./read-conversation.ts"

/** Files one reply may bring. */
const mostFiles = 10
/** Replies an hour from one session, by its pages or by the API. */
const mostReplies = 30

export type ReplyInput = {
  caseRef: CaseRef
  text: string
  attachments: { name: string; bytes: Uint8Array }[]
  /** Of the form: the same reply sent twice with it is one. The API has `Idempotency-Key` instead. */
  key?: string
}

/**
 * Answers in a conversation of the session's own; staff find it unread in timeline and inbox.
 * @throws Problem not-found, invalid, too-large (20 MB a file, 25 MB in all), attachment-refused, too-many
 */
export async function replyToMessage(context: Context, reply: ReplyInput): Promise<PortalMessage> {
  const { key, ...work } = reply
  if (!key || !/^[0-9a-f-]{36}$/.test(key)) return writeReply(context, work)
  const bodyHash = hash(
    JSON.stringify([reply.caseRef, reply.text, reply.attachments.map(({ name, bytes }) => [name, hash(bytes)])]),
  )
  // With what was written in the key: somebody who goes back, changes her text and sends again sends another reply.
  const once = { key: `form:${key}:${bodyHash.slice(0, 16)}`, deed: "replyToMessage", bodyHash }
  return answerOnce(context, once, within => writeReply(within, work))
}

async function writeReply(
  context: Context,
  { caseRef, text, attachments }: Omit<ReplyInput, "key">,
): Promise<PortalMessage> {
  const actor = requireCustomer(context)
  const found = await context.transaction(tx => requireConversation(context, tx, caseRef))
  await limitTries(context, [{ key: `reply:${actor.sessionId}`, most: mostReplies }])
  refuseTooMuch(attachments)
  const files: AcceptedFile[] = []
  for (const file of attachments) files.push(await acceptFile(context, file))
  const bodyHtml = asHtml(text)
  const authorName = actor.personName ?? found.customerName
  const { id } = await context.transaction(async tx => {
    const received = await receiveReply(context, tx, {
      caseRef: found.ref,
      administrationId: found.administrationId,
      customerId: found.customerId,
      authorName,
      bodyHtml,
      via: "portal",
      language: actor.language,
      files,
    })
    const bare = { direction: "incoming", subject: null, signatureHtml: null, attachments: [], openedAt: null }
    await context.rememberAnswer(tx, { ...bare, id: received.id, at: received.at.toISOString(), authorName, bodyHtml })
    return received
  })
  // The reply is written: whatever becomes of the notice, sending it once more would write it twice.
  await tellOfReply(context, id).catch(error =>
    context.log({ level: "error", what: "nobody was told of a reply", messageId: id, error: String(error) }),
  )
  const { messages } = await readConversation(context, found.ref)
  const written = messages.find(message => message.id === id)
  if (!written) throw new Error(`The reply ${id} was written and cannot be read.`)
  return written
}

function refuseTooMuch(attachments: ReplyInput["attachments"]): void {
  const detail =
    attachments.length > mostFiles
      ? `A reply can have ${mostFiles} files; this one has ${attachments.length}.`
      : attachments.reduce((bytes, file) => bytes + file.bytes.byteLength, 0) > mostMailBytes
        ? "The files are more than 25 MB together. Send some of them in a second reply."
        : undefined
  if (detail) throw new Problem("too-large", detail, { fields: [{ path: "attachments", detail }] })
}

/** What was typed, as paragraphs and line breaks; nothing in it is markup. */
function asHtml(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
  return escaped
    .trim()
    .split(/\n{2,}/)
    .map(paragraph => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("")
}

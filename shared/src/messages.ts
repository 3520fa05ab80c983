import * as z from "zod"
import { Address } from "./addresses.ts"
import { CaseRef } from "./cases.ts"
import { ById, deed, Id, line, Moment } from "./contract.ts"
import { placeholderNames } from "./placeholders.ts"

/** Seconds in which a sent message can be taken back; held by the server. */
export const undoSeconds = 10
/** Characters of sanitised HTML a message may hold. */
export const mostBodyCharacters = 100_000
/** Recipients one message may have. */
export const mostRecipients = 50

const customerRecipient = z.object({ kind: z.literal("customer"), address: Address })
const typedRecipient = z.object({ kind: z.literal("typed"), address: Address, name: line(200).optional() })
const relationRecipient = z.object({ kind: z.literal("relation"), relationId: Id })
const colleagueRecipient = z.object({ kind: z.literal("colleague"), userId: Id })

/** Who a message goes to. A typed address that is recorded for the customer counts as the customer's. */
export const RecipientInput = z
  .discriminatedUnion("kind", [customerRecipient, typedRecipient, relationRecipient, colleagueRecipient])
  .meta({ id: "RecipientInput" })
export type RecipientInput = z.infer<typeof RecipientInput>

const recipients = z.array(RecipientInput).max(mostRecipients, `At most ${mostRecipients} recipients. Take some out.`)

/** What is being written: the same for a draft, a preview and sending. */
export const MessageContent = z
  .object({
    to: recipients.describe("Empty: portal only. Relations and colleagues are not taken here"),
    cc: recipients,
    bcc: recipients,
    subject: z.string().max(300),
    bodyHtml: z
      .string()
      .max(mostBodyCharacters)
      .describe(
        "Sanitised on the way in: p br strong em u a ul ol li blockquote; placeholders `{{name|fallback}}` are filled when it is sent",
      ),
    attachmentIds: z.array(Id).max(20),
  })
  .meta({ id: "MessageContent" })
export type MessageContent = z.infer<typeof MessageContent>

export const SendMessageBody = MessageContent.extend({
  caseRef: CaseRef,
  subject: line(300),
  bodyHtml: MessageContent.shape.bodyHtml.min(1, "Write a message."),
  standardMessageId: Id.nullable()
    .default(null)
    .describe("The one it was begun with, for its last use; one that is gone is ignored"),
  draftId: Id.optional().describe("Consumed in the same transaction; it is the idempotency key"),
  draftVersion: z
    .number()
    .int()
    .max(2_147_483_647)
    .optional()
    .describe(
      "The version this text was saved as: when another tab saved meanwhile, stale-draft instead of losing its text",
    ),
  sendAt: Moment.optional().describe("Scheduled: addresses and relations are read when it leaves"),
  cancelOnReply: z.boolean().default(true).describe("A scheduled message is cancelled when the customer answers first"),
  confirmedTo: z
    .array(Address)
    .max(mostRecipients)
    .default([])
    .describe("Addresses of relations or colleagues the sender confirmed as To after relation-as-to"),
}).meta({ id: "SendMessageBody" })
export type SendMessageBody = z.infer<typeof SendMessageBody>

export const SentMessage = z
  .object({
    id: Id,
    caseRef: CaseRef,
    state: z.enum(["held", "scheduled"]),
    leavesAt: Moment.describe("Until then it can be undone"),
    mails: z.number().int().describe("E-mails that will go out; 0: portal only"),
  })
  .meta({ id: "SentMessage" })
export type SentMessage = z.infer<typeof SentMessage>

/** What is known about an address before sending. */
export const AddressCheck = z
  .object({
    address: z.string(),
    valid: z.boolean(),
    belongsTo: z.enum(["customer", "relation", "colleague", "other-customer", "nobody"]),
    name: z.string().nullable().describe("Of the contact, relation or colleague"),
    suppressed: z.object({ since: Moment, reason: z.enum(["bounce", "complaint", "provider"]) }).nullable(),
    bouncedBefore: z.boolean(),
  })
  .meta({ id: "AddressCheck" })
export type AddressCheck = z.infer<typeof AddressCheck>

export const deeds = {
  sendMessage: deed({
    id: "sendMessage",
    method: "post",
    path: "/api/v1/messages",
    access: "standard",
    summary: "Send a message to a customer about a case",
    description:
      "Accepted at once, held for 10 seconds (or until `sendAt`), then mailed with one e-mail per address and shown in the portal. " +
      "Without any address it is portal only. A consumed draft or a repeated Idempotency-Key gives the same message again.",
    body: SendMessageBody,
    answer: SentMessage,
    status: 201,
    idempotent: true,
    problems: [
      "do-not-message",
      "relation-as-to",
      "relation-unavailable",
      "placeholder-unknown",
      "placeholder-missing",
      "stale-draft",
      "attachment-refused",
      "too-large",
      "sending-off",
      "idempotency-mismatch",
    ],
  }),
  previewMessage: deed({
    id: "previewMessage",
    method: "post",
    path: "/api/v1/messages/preview",
    access: "standard",
    summary: "What the customer will get: subject, text with signature, sender and copies",
    body: MessageContent.extend({ caseRef: CaseRef }),
    answer: z.object({
      from: z.string(),
      subject: z.string(),
      bodyHtml: z.string(),
      signatureHtml: z.string().nullable(),
      copyTo: z.array(z.string()),
      mails: z.number().int(),
      portalOnly: z.boolean(),
      missing: z
        .array(z.enum(placeholderNames))
        .describe("Placeholders without a value or fallback: they hold the message back"),
      unknown: z.array(z.string()).describe("What stands in braces and is no placeholder"),
      emailHtml: z.string().describe("The customer's mail, as it will be rendered; its button leads nowhere"),
    }),
  }),
  checkAddresses: deed({
    id: "checkAddresses",
    method: "post",
    path: "/api/v1/messages/check-addresses",
    access: "restricted",
    summary: "What is known about addresses, seen from a case: whose they are, whether they still take mail",
    body: z.object({ caseRef: CaseRef, addresses: z.array(z.string().max(254)).min(1).max(mostRecipients) }),
    answer: z.object({ addresses: z.array(AddressCheck) }),
  }),
  undoMessage: deed({
    id: "undoMessage",
    method: "post",
    path: "/api/v1/messages/{id}/undo",
    access: "standard",
    summary: "Take back a message or a resend that has not left; the text becomes a draft again",
    params: ById,
    answer: z.object({ caseRef: CaseRef, draftId: Id.nullable() }),
    problems: ["undo-too-late"],
  }),
  resendMessage: deed({
    id: "resendMessage",
    method: "post",
    path: "/api/v1/messages/{id}/resend",
    access: "standard",
    summary: "Send the same message again as a new attempt under the same entry",
    description: "Text and attachments cannot change. Held for 10 seconds like any message.",
    params: ById,
    body: z.object({
      to: recipients,
      cc: recipients,
      bcc: recipients,
      confirmedTo: z.array(Address).max(mostRecipients).default([]),
    }),
    answer: SentMessage,
    status: 201,
    idempotent: true,
    problems: ["not-left-yet", "do-not-message", "relation-as-to", "relation-unavailable", "sending-off"],
  }),
  markMessage: deed({
    id: "markMessage",
    method: "put",
    path: "/api/v1/messages/{id}/read",
    access: "restricted",
    summary: "Mark a message read or unread, for everybody",
    params: ById,
    body: z.object({ read: z.boolean() }),
  }),
}

import * as z from "zod"
import { Attachment } from "./attachments.ts"
import { CaseKind, CaseRef, Money } from "./cases.ts"
import { DateOnly, deed, Id, Moment } from "./contract.ts"
import { Language } from "./organisations.ts"

export const PortalConversation = z
  .object({
    caseRef: CaseRef,
    group: z.enum(["general", "matters", "invoices"]),
    number: z.string(),
    subject: z.string().nullable(),
    open: Money.nullable(),
    amount: Money.nullable().describe("Of an invoice, whatever is still open of it"),
    invoiceDate: DateOnly.nullable(),
    dueDate: DateOnly.nullable(),
    daysOverdue: z.number().int().nullable(),
    state: z.enum(["open", "paid", "closed"]),
    settledOn: DateOnly.nullable(),
    lastAt: Moment.nullable(),
    preview: z
      .object({ authorName: z.string(), text: z.string() })
      .nullable()
      .describe("Begin of the last message's text, at most 120 characters"),
    invoices: z.number().int().nullable().describe("How many invoices a matter is about"),
    fresh: z.boolean().describe("Holds a message the customer has not opened"),
    hasPdf: z.boolean(),
    pdfAttachmentId: Id.nullable().describe("The invoice PDF, for `readPortalAttachment`"),
  })
  .meta({ id: "PortalConversation" })
export type PortalConversation = z.infer<typeof PortalConversation>

export const PortalMessage = z
  .object({
    id: Id,
    direction: z.enum(["outgoing", "incoming"]),
    authorName: z.string(),
    at: Moment,
    subject: z.string().nullable(),
    bodyHtml: z.string(),
    signatureHtml: z.string().nullable(),
    attachments: z.array(Attachment),
    openedAt: Moment.nullable(),
  })
  .meta({ id: "PortalMessage" })
export type PortalMessage = z.infer<typeof PortalMessage>

const caseParams = z.object({ kind: CaseKind, id: Id })

export const deeds = {
  getPortalSession: deed({
    id: "getPortalSession",
    method: "get",
    path: "/portal/api/v1/session",
    access: "customer",
    summary: "Who this portal session is for, and the CSRF token its posts must carry as `Casepost-Csrf`",
    answer: z.object({
      customerName: z.string(),
      customerNumber: z.string(),
      personName: z.string().nullable(),
      creditorName: z.string(),
      brandColour: z.string(),
      language: Language,
      scope: z.enum(["customer", "conversation"]),
      csrfToken: z.string(),
      expiresAt: Moment,
    }),
  }),
  listPortalConversations: deed({
    id: "listPortalConversations",
    method: "get",
    path: "/portal/api/v1/conversations",
    access: "customer",
    summary: "General, matters and invoices of this customer; a conversation-only session sees that one",
    answer: z.object({
      conversations: z.array(PortalConversation).describe("At most 300 invoices: open ones first, then the newest"),
      open: z.array(Money).describe("What is open, one per currency; never added across currencies"),
      openInvoices: z.number().int(),
      allShown: z.boolean(),
    }),
  }),
  readPortalConversation: deed({
    id: "readPortalConversation",
    method: "get",
    path: "/portal/api/v1/conversations/{kind}/{id}",
    access: "customer",
    summary: "The messages of one conversation, oldest first, at most the last 200",
    params: caseParams,
    answer: z.object({ conversation: PortalConversation, messages: z.array(PortalMessage) }),
  }),
  openPortalMessage: deed({
    id: "openPortalMessage",
    method: "post",
    path: "/portal/api/v1/messages/{id}/opened",
    access: "customer",
    summary: "Say that the customer saw a message: after input, or five visible seconds",
    params: z.object({ id: Id }),
    problems: ["wrong-csrf-token"],
  }),
  replyToMessage: deed({
    id: "replyToMessage",
    method: "post",
    path: "/portal/api/v1/conversations/{kind}/{id}/replies",
    access: "customer",
    summary: "Answer in a conversation",
    params: caseParams,
    body: z.object({
      text: z.string().trim().min(1, "Write an answer.").max(20_000),
      attachments: z
        .array(z.object({ name: z.string().min(1).max(255), contentBase64: z.string().max(28_000_000) }))
        .max(10)
        .default([]),
    }),
    answer: PortalMessage,
    status: 201,
    idempotent: true,
    problems: ["wrong-csrf-token", "too-large", "attachment-refused"],
  }),
  revokePortalLinks: deed({
    id: "revokePortalLinks",
    method: "post",
    path: "/api/v1/customers/{id}/portal-links/revoke",
    access: "standard",
    summary: "Close the portal to every link mailed about a customer so far, and end the sessions they opened",
    description:
      "For a mail that reached the wrong person, or somebody who left. The next message brings a new link; the access code is renewed apart.",
    params: z.object({ id: Id }),
    answer: z.object({ revoked: z.number().int().describe("Links that no longer work from now on") }),
  }),
  readPortalAttachment: deed({
    id: "readPortalAttachment",
    method: "get",
    path: "/portal/api/v1/attachments/{id}",
    access: "customer",
    summary: "Download a file of a message or an invoice PDF",
    params: z.object({ id: Id }),
    bytes: "answer",
  }),
}

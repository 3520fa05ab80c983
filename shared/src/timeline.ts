import * as z from "zod"
import { Attachment } from "./attachments.ts"
import { CaseKind, CaseRef } from "./cases.ts"
import { deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"
import { Recipient } from "./delivery.ts"
import { NoteEntry } from "./notes.ts"

/** One sending of a message: the first, or a resend. */
export const Attempt = z
  .object({
    id: Id,
    number: z.number().int().describe("1 is the first sending"),
    state: z.enum(["scheduled", "held", "left", "cancelled"]),
    leavesAt: Moment,
    by: z.string(),
    cancelReason: z.enum(["undone", "customer-answered", "do-not-message"]).nullable(),
    recipients: z.array(Recipient),
  })
  .meta({ id: "Attempt" })
export type Attempt = z.infer<typeof Attempt>

const common = {
  id: Id.describe("Of the message or note"),
  at: Moment,
  caseRef: CaseRef.describe(
    "The case it was written about; a customer's timeline also shows its matters' and invoices'",
  ),
  caseNumber: z.string(),
  bodyHtml: z.string().describe("Sanitised; show it in a frame without scripts or sanitise again"),
  attachments: z.array(Attachment),
}

export const MessageEntry = z
  .object({
    type: z.literal("message"),
    ...common,
    author: z.object({ id: Id.nullable(), name: z.string() }),
    from: z.string(),
    subject: z.string(),
    signatureHtml: z.string().nullable(),
    attempts: z.array(Attempt).describe("First to last"),
    portalOnly: z.boolean(),
    openedAt: Moment.nullable().describe("When the customer opened it in the portal"),
    unread: z.boolean(),
    readBy: z.string().nullable(),
  })
  .meta({ id: "MessageEntry" })
export const ReplyEntry = z
  .object({
    type: z.literal("reply"),
    ...common,
    author: z.object({ id: Id.nullable(), name: z.string() }),
    via: z.enum(["portal", "email"]),
    unread: z.boolean(),
    readBy: z.string().nullable(),
  })
  .meta({ id: "ReplyEntry" })

/** What happened to a case, of one kind at a time. */
export const TimelineEntry = z
  .discriminatedUnion("type", [MessageEntry, ReplyEntry, NoteEntry])
  .meta({ id: "TimelineEntry" })
export type TimelineEntry = z.infer<typeof TimelineEntry>
export type MessageEntry = z.infer<typeof MessageEntry>
export type ReplyEntry = z.infer<typeof ReplyEntry>

export const deeds = {
  listTimeline: deed({
    id: "listTimeline",
    method: "get",
    path: "/api/v1/cases/{kind}/{id}/timeline",
    access: "restricted",
    summary: "The timeline of a case, newest first",
    params: z.object({ kind: CaseKind, id: Id }),
    query: PageQuery,
    answer: z.object({
      entries: z.array(TimelineEntry),
      nextCursor: NextCursor,
      now: Moment.describe("The server's clock, for counting down undo times"),
    }),
  }),
}

import * as z from "zod"
import { CaseKind, CaseRef } from "./cases.ts"
import { deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"
import { DeliveryState } from "./delivery.ts"

export const inboxSorts = ["unread-first", "read-first", "newest", "oldest"] as const
export const InboxSort = z.enum(inboxSorts)
export type InboxSort = z.infer<typeof InboxSort>

/** All messages about one case, as one row of the inbox. Also conversations that we started and nobody answered. */
export const Conversation = z
  .object({
    caseRef: CaseRef,
    caseNumber: z.string(),
    customerId: Id,
    customerName: z.string(),
    administrationId: Id,
    administrationName: z.string(),
    at: Moment.describe("Of the last message"),
    subject: z.string(),
    last: z.object({
      messageId: Id,
      direction: z.enum(["outgoing", "incoming"]),
      authorName: z.string(),
      mine: z.boolean(),
      preview: z.string().describe("The first 200 characters, plain"),
      attachments: z.number().int(),
      state: DeliveryState.nullable().describe("Of the last outgoing message's worst address"),
      reason: z.string().nullable().default(null).describe("Why that address failed, in words for the sender"),
    }),
    unread: z.number().int(),
  })
  .meta({ id: "Conversation" })
export type Conversation = z.infer<typeof Conversation>

export const deeds = {
  listInbox: deed({
    id: "listInbox",
    method: "get",
    path: "/api/v1/inbox",
    access: "signed-in",
    summary: "The organisation's conversations that one may see",
    query: PageQuery.extend({
      search: z.string().trim().max(200).optional().describe("In text, customer name and numbers"),
      administrationId: Id.optional(),
      caseKind: CaseKind.optional(),
      read: z.enum(["read", "unread"]).optional(),
      sort: InboxSort.default("newest"),
    }),
    answer: z.object({ conversations: z.array(Conversation), nextCursor: NextCursor }),
  }),
  countUnread: deed({
    id: "countUnread",
    method: "get",
    path: "/api/v1/inbox/unread",
    access: "signed-in",
    summary: "How many conversations have something unread, at most 100",
    answer: z.object({ unread: z.number().int() }),
  }),
  markConversation: deed({
    id: "markConversation",
    method: "put",
    path: "/api/v1/inbox/{kind}/{id}/read",
    access: "restricted",
    summary: "Mark all replies of a conversation read, or its last reply unread, for everybody",
    params: z.object({ kind: CaseKind, id: Id }),
    body: z.object({ read: z.boolean() }),
  }),
}

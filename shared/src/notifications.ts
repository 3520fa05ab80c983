import * as z from "zod"
import { CaseRef } from "./cases.ts"
import { deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"

/** What a user is told about inside Casepost. */
export const notificationKinds = [
  "mention",
  "reply",
  "delivery-failed",
  "note-not-delivered",
  "message-cancelled",
  "reminder-left-out",
] as const
export const NotificationKind = z.enum(notificationKinds)
export type NotificationKind = z.infer<typeof NotificationKind>

const word = z.string().nullable()

/** One thing a user is told. The case is as it is now; the facts are those of when it happened, null where the kind has none. */
export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    at: Moment,
    readAt: Moment.nullable(),
    caseRef: CaseRef.nullable(),
    caseNumber: word,
    customerName: word,
    by: word.describe("mention: who named me"),
    excerpt: word.describe("mention: the beginning of the note, plain"),
    subject: word.describe("Of the message it is about"),
    address: word.describe("delivery-failed, note-not-delivered, reminder-left-out: where it did not arrive"),
    reason: word.describe("delivery-failed, note-not-delivered: words; message-cancelled: a code"),
    messageId: Id.nullable(),
    noteId: Id.nullable(),
    draftId: Id.nullable().describe("message-cancelled: the draft its text was kept in"),
  })
  .meta({ id: "Notification" })
export type Notification = z.infer<typeof Notification>

export const deeds = {
  listNotifications: deed({
    id: "listNotifications",
    method: "get",
    path: "/api/v1/notifications",
    access: "signed-in",
    summary: "What I am told in this organisation, newest first",
    description: "Only about cases that one may still see.",
    query: PageQuery,
    answer: z.object({
      notifications: z.array(Notification),
      nextCursor: NextCursor,
      unread: z.number().int().describe("How many of all are unread, at most 100"),
    }),
  }),
  markNotificationsRead: deed({
    id: "markNotificationsRead",
    method: "put",
    path: "/api/v1/notifications/read",
    access: "signed-in",
    summary: "Mark notifications of mine read",
    description: "Ids that are not mine are passed over.",
    body: z.union([
      z.object({ ids: z.array(Id).min(1).max(100) }),
      z.object({
        all: z.literal(true),
        until: Moment.optional().describe("The newest that was shown: what came after it stays unread"),
      }),
    ]),
  }),
}

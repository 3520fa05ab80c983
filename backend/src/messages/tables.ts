import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

/** A message to or from a customer. What was written never changes: sender name, signature and text are copied into it. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid()
      .notNull()
      .references(() => administrations.id),
    customerId: uuid().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    direction: text().notNull(),
    /** Outgoing: the user, or none when an API key sent it. */
    authorUserId: uuid(),
    authorName: text().notNull(),
    /** Incoming: how it came, `portal` or `email`. */
    via: text(),
    subject: text().notNull().default(""),
    bodyHtml: text().notNull(),
    bodyText: text().notNull(),
    signatureHtml: text(),
    /** `Sanne de Wit via Van der Meer Bouwmaterialen`; empty for incoming. */
    fromName: text().notNull().default(""),
    fromAddress: text().notNull().default(""),
    replyAddress: text().notNull().default(""),
    language: text().notNull(),
    /** `waiting` (undo time or scheduled) · `left` (in the portal) · `cancelled`. Incoming: `left`. */
    state: text().notNull(),
    cancelOnReply: boolean().notNull().default(false),
    draftId: uuid(),
    bulkMessageId: uuid(),
    standardMessageId: uuid(),
    /** As it was written, where it had placeholders: what undo gives back to the draft. */
    source: jsonb().$type<{ subject: string; bodyHtml: string }>(),
    portalOnly: boolean().notNull().default(false),
    /** The customer's mail leaves its files to the portal. */
    filesInPortal: boolean().notNull().default(false),
    leftAt: moment(),
    createdAt: createdAt(),
  },
  t => [
    uniqueIndex("messages_one_a_draft").on(t.draftId).where(sql`draft_id is not null`),
    index("messages_of_case").on(t.caseKind, t.caseId, t.createdAt),
    index().on(t.customerId, t.createdAt),
    index().on(t.bulkMessageId),
    index().on(t.organisationId),
  ],
)

/** One sending of a message: the first, or a resend. Undo and scheduling are its `leavesAt`. */
export const attempts = pgTable(
  "attempts",
  {
    id: id(),
    organisationId: tenant(),
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** `waiting` · `left` · `cancelled` */
    state: text().notNull(),
    scheduled: boolean().notNull().default(false),
    leavesAt: moment().notNull(),
    leftAt: moment(),
    byUserId: uuid(),
    byName: text().notNull(),
    cancelReason: text(),
    /** A single message goes before somebody's bulk: lower leaves first. */
    priority: integer().notNull().default(0),
    /** That it belongs to: it waits while that one is paused. */
    bulkMessageId: uuid(),
    createdAt: createdAt(),
  },
  t => [
    unique().on(t.messageId, t.number),
    index("attempts_due").on(t.priority, t.leavesAt).where(sql`state = 'waiting'`),
    index("attempts_of_bulk").on(t.bulkMessageId).where(sql`state = 'waiting'`),
  ],
)

/** One address on one attempt. `address` may stay empty until a scheduled attempt leaves. */
export const recipients = pgTable(
  "recipients",
  {
    id: id(),
    organisationId: tenant(),
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    role: text().notNull(),
    kind: text().notNull(),
    name: text(),
    address: text(),
    relationId: uuid(),
    userId: uuid(),
    contactId: uuid(),
    state: text().notNull(),
    stateAt: moment().notNull().defaultNow(),
    reason: text(),
    queuedAt: moment(),
    sentAt: moment(),
    deliveredAt: moment(),
    openedAt: moment(),
    complainedAt: moment(),
    position: integer().notNull().default(0),
  },
  t => [index().on(t.messageId), index().on(t.attemptId), index().on(t.organisationId, t.address)],
)

/** A row says: this message was read, by whom and when. No row: unread. A message of ours is born with the mark of who wrote it. */
export const readMarks = pgTable("read_marks", {
  messageId: uuid()
    .primaryKey()
    .references(() => messages.id, { onDelete: "cascade" }),
  organisationId: tenant(),
  userId: uuid(),
  userName: text().notNull(),
  at: moment().notNull().defaultNow(),
})

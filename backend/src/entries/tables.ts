import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/**
 * Timeline index: one row for each case a message or note shows under (an invoice's message: the invoice, its matters, its customer).
 * Written in the transaction of the thing itself, read by keyset on (case, at, id).
 */
export const entries = pgTable(
  "entries",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    thingKind: text().notNull(),
    thingId: uuid().notNull(),
    at: moment().notNull(),
  },
  t => [
    index("entries_timeline").on(t.caseKind, t.caseId, t.at.desc().nullsFirst(), t.thingId.desc().nullsFirst()),
    index().on(t.thingId),
  ],
)

/** Inbox index: one row a conversation (all messages about one case), kept up to date in the writer's transaction. */
export const conversations = pgTable(
  "conversations",
  {
    organisationId: tenant(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    administrationId: uuid().notNull(),
    customerId: uuid().notNull(),
    lastMessageId: uuid().notNull(),
    lastAt: moment().notNull(),
    unread: integer().notNull().default(0),
    hasUnread: boolean().notNull().default(false),
  },
  t => [
    primaryKey({ columns: [t.caseKind, t.caseId] }),
    // One for every filter and sort of the inbox: see `inbox/read-page`.
    index("conversations_inbox").on(
      t.organisationId,
      t.administrationId,
      t.caseKind,
      t.hasUnread,
      t.lastAt.desc().nullsFirst(),
      t.caseId.desc().nullsFirst(),
    ),
    index().on(t.customerId),
  ],
)

/**
 * What inbox search reads; like `case_words`, without a grant and behind one SECURITY DEFINER function. Its index of words, by
 * organisation and fortnight, is an expression that Drizzle cannot say: see `migrations`.
 */
export const messageWords = pgTable(
  "message_words",
  {
    messageId: uuid().primaryKey(),
    organisationId: uuid().notNull(),
    administrationId: uuid().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    customerId: uuid().notNull(),
    words: text().notNull(),
  },
  t => [index().on(t.organisationId, t.messageId)],
)

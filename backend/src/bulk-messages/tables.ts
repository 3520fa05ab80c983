import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** One text to many cases: accepting freezes ids and text, expansion makes one message a case. */
export const bulkMessages = pgTable(
  "bulk_messages",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid(),
    userName: text().notNull(),
    idempotencyKey: text(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text().notNull(),
    total: integer().notNull(),
    counts: jsonb().$type<Record<string, number>>().notNull(),
    leavesAt: moment().notNull(),
    finishedAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId, t.createdAt.desc().nullsFirst())],
)

export const bulkMessageCases = pgTable(
  "bulk_message_cases",
  {
    organisationId: tenant(),
    bulkMessageId: uuid()
      .notNull()
      .references(() => bulkMessages.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    state: text().notNull(),
    reason: text(),
    values: jsonb().$type<Record<string, string>>(),
    messageId: uuid(),
  },
  t => [primaryKey({ columns: [t.bulkMessageId, t.position] }), index().on(t.messageId)],
)

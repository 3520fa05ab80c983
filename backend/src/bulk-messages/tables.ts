import type { BulkContent } from "@casepost/shared/bulk-messages"
import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** One text to many cases: opening freezes the cases, accepting the text, expansion makes one message a case. */
export const bulkMessages = pgTable(
  "bulk_messages",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid(),
    userName: text().notNull(),
    /** Set for an API key that started it. */
    apiKeyId: uuid(),
    kind: text().notNull(),
    /** All that its cases lie in. */
    administrationIds: uuid().array().notNull(),
    name: text().notNull().default(""),
    content: jsonb().$type<BulkContent>().notNull(),
    version: integer().notNull().default(1),
    /** `writing` · `held` · `scheduled` · `sending` · `paused` · `stopped` · `done` */
    state: text().notNull(),
    total: integer().notNull(),
    /** Cases by check and by language, and what is missing, as last worked out while it was written. */
    checks: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Cases before this position were looked at since the text last changed; what the others say is of before. */
    checkedTo: integer().notNull().default(0),
    /** Its figures as last counted: counting looks at every case, so it is not done at every look. */
    results: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    countedAt: moment(),
    /** Test mails since `testedAt`. */
    testMails: integer().notNull().default(0),
    testedAt: moment(),
    leavesAt: moment(),
    scheduled: boolean().notNull().default(false),
    startedAt: moment(),
    finishedAt: moment(),
    savedAt: moment().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  t => [
    index().on(t.organisationId, t.createdAt.desc().nullsFirst()),
    index("bulk_messages_under_way").on(t.leavesAt).where(sql`state in ('held', 'scheduled', 'sending')`),
    index("bulk_messages_halted").on(t.id).where(sql`state in ('paused', 'stopped')`),
    index("bulk_messages_unchecked").on(t.savedAt).where(sql`state = 'writing' and checked_to < total`),
  ],
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
    customerId: uuid().notNull(),
    administrationId: uuid().notNull(),
    /** By hand, before sending. */
    takenOut: boolean().notNull().default(false),
    /** `ready` · `portal-only` · `missing` · `suppressed` · `do-not-message` · `no-right` · `settled`; none: not looked at yet. */
    check: text(),
    missing: text().array(),
    language: text(),
    /** The customer's, as last checked. */
    address: text(),
    /** `waiting` · `message` · `left-out` */
    state: text().notNull().default("waiting"),
    reason: text(),
    values: jsonb().$type<Record<string, string>>(),
    messageId: uuid(),
  },
  t => [
    primaryKey({ columns: [t.bulkMessageId, t.position] }),
    index().on(t.messageId),
    index("bulk_message_cases_waiting").on(t.bulkMessageId, t.position).where(sql`state = 'waiting'`),
    index().on(t.bulkMessageId, t.check),
  ],
)

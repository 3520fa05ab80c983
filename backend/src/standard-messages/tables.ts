import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

export const standardMessages = pgTable(
  "standard_messages",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid()
      .notNull()
      .references(() => administrations.id),
    description: text().notNull(),
    attachInvoicePdf: boolean().notNull().default(false),
    lastUsedAt: moment(),
    archivedAt: moment(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [index().on(t.administrationId)],
)

export const standardMessageTexts = pgTable(
  "standard_message_texts",
  {
    organisationId: tenant(),
    standardMessageId: uuid()
      .notNull()
      .references(() => standardMessages.id, { onDelete: "cascade" }),
    language: text().notNull(),
    subject: text(),
    bodyHtml: text().notNull(),
  },
  t => [primaryKey({ columns: [t.standardMessageId, t.language] })],
)

/** Default CC and BCC: a relation, a colleague or a fixed address. */
export const standardMessageRecipients = pgTable(
  "standard_message_recipients",
  {
    id: id(),
    organisationId: tenant(),
    standardMessageId: uuid()
      .notNull()
      .references(() => standardMessages.id, { onDelete: "cascade" }),
    role: text().notNull(),
    kind: text().notNull(),
    relationId: uuid(),
    userId: uuid(),
    address: text(),
  },
  t => [index().on(t.standardMessageId), index().on(t.relationId)],
)

import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
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
    /** Messages sent with it. */
    uses: integer().notNull().default(0),
    lastUsedAt: moment(),
    archivedAt: moment(),
    createdAt: createdAt(),
    version: integer().notNull().default(1),
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
    /** As it was called when this was saved: what a deleted one is shown as. */
    name: text(),
    position: integer().notNull().default(0),
  },
  t => [index().on(t.standardMessageId), index().on(t.relationId)],
)

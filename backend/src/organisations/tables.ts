import { boolean, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"

export const organisations = pgTable("organisations", {
  id: id(),
  name: text().notNull(),
  /** Opening a conversation marks it read only where the organisation chose so. */
  markReadOnOpen: boolean().notNull().default(false),
  demo: boolean().notNull().default(false),
  createdAt: createdAt(),
})

/** The organisation a row belongs to: every table of a tenant has it. */
export const tenant = () =>
  uuid()
    .notNull()
    .references(() => organisations.id)

export const administrations = pgTable(
  "administrations",
  {
    id: id(),
    organisationId: tenant(),
    name: text().notNull(),
    senderName: text().notNull(),
    legalName: text().notNull(),
    senderAddress: text().notNull(),
    replyAddress: text().notNull(),
    timeZone: text().notNull().default("Europe/Amsterdam"),
    defaultLanguage: text().notNull().default("nl"),
    fallbackLanguage: text().notNull().default("en"),
    brandColour: text().notNull().default("#2B4BD0"),
    /** Set once the inbound domain is configured and a test mail came through; until then replies go to `replyAddress`. */
    inboundTestedAt: moment(),
    dataAsOf: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId), unique().on(t.organisationId, t.name)],
)

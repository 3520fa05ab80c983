import { sql } from "drizzle-orm"
import {
  boolean,
  char,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

const administration = () =>
  uuid()
    .notNull()
    .references(() => administrations.id)

export const customers = pgTable(
  "customers",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: administration(),
    number: text().notNull(),
    name: text().notNull(),
    language: text(),
    street: text(),
    postcode: text(),
    city: text(),
    country: char({ length: 2 }),
    standingCc: text().array().notNull().default(sql`'{}'`),
    standingBcc: text().array().notNull().default(sql`'{}'`),
    doNotMessage: text(),
    doNotMessageBy: text(),
    doNotMessageAt: moment(),
    /** The access code is an HMAC of id and version: renewing is counting up, and no code lies in the database. */
    accessCodeVersion: integer().notNull().default(1),
    asOf: moment().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  t => [unique().on(t.administrationId, t.number), index().on(t.organisationId), index().on(t.number)],
)

export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    organisationId: tenant(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    name: text().notNull(),
    salutation: text(),
    address: text(),
    purpose: text().notNull().default("general"),
    language: text(),
    /** Somebody here corrected the address: the import's own value of that moment stands beside it, and wins only when it changes. */
    importedAddress: text(),
    correctedBy: text(),
    correctedAt: moment(),
    position: integer().notNull().default(0),
  },
  t => [
    index().on(t.customerId),
    index().on(t.organisationId, t.address),
    uniqueIndex("contacts_one_general").on(t.customerId).where(sql`purpose = 'general'`),
  ],
)

export const matters = pgTable(
  "matters",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: administration(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    number: text().notNull(),
    description: text(),
    state: text().notNull().default("open"),
    openedOn: date({ mode: "string" }).notNull(),
    closedOn: date({ mode: "string" }),
    asOf: moment().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  t => [unique().on(t.administrationId, t.number), index().on(t.customerId), index().on(t.organisationId)],
)

export const invoices = pgTable(
  "invoices",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: administration(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    number: text().notNull(),
    amount: numeric({ precision: 17, scale: 4 }).notNull(),
    openAmount: numeric({ precision: 17, scale: 4 }).notNull(),
    currency: char({ length: 3 }).notNull(),
    invoiceDate: date({ mode: "string" }).notNull(),
    dueDate: date({ mode: "string" }).notNull(),
    state: text().notNull().default("open"),
    paidOn: date({ mode: "string" }),
    /** The invoice PDF is an attachment of the invoice; this saves looking. */
    hasPdf: boolean().notNull().default(false),
    asOf: moment().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  t => [
    unique().on(t.administrationId, t.number),
    index().on(t.customerId, t.state),
    index().on(t.administrationId, t.state, t.dueDate),
    index().on(t.organisationId),
  ],
)

/** Which invoices a matter is about. An invoice is in at most one open matter. */
export const matterInvoices = pgTable(
  "matter_invoices",
  {
    organisationId: tenant(),
    matterId: uuid()
      .notNull()
      .references(() => matters.id, { onDelete: "cascade" }),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id, { onDelete: "cascade" }),
    open: boolean().notNull().default(true),
  },
  t => [
    primaryKey({ columns: [t.matterId, t.invoiceId] }),
    uniqueIndex("matter_invoices_one_open").on(t.invoiceId).where(sql`open`),
  ],
)

/** Ids that other tools put into their URLs. */
export const externalIds = pgTable(
  "external_ids",
  {
    organisationId: tenant(),
    administrationId: administration(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    value: text().notNull(),
  },
  t => [primaryKey({ columns: [t.caseKind, t.caseId, t.value] }), index().on(t.organisationId, t.value)],
)

/**
 * What case search reads: one row a case with all its words, in plain letters (see `casepost_plain` in `migrations`). The application's
 * role has no grant here: text search operators are not leakproof, so policies would switch the indexes off; it is read by SECURITY
 * DEFINER functions. Three partial indexes instead of one, so that a search can stop before the many settled invoices.
 */
export const caseWords = pgTable(
  "case_words",
  {
    caseId: uuid().primaryKey(),
    organisationId: uuid().notNull(),
    administrationId: uuid().notNull(),
    customerId: uuid().notNull(),
    caseKind: text().notNull(),
    /** In lower case, letters and digits only. */
    number: text().notNull(),
    words: text().notNull(),
    open: boolean().notNull(),
  },
  t => [
    index("case_words_customers").using("gin", sql`${t.words} gin_trgm_ops`).where(sql`case_kind = 'customer'`),
    index("case_words_open").using("gin", sql`${t.words} gin_trgm_ops`).where(sql`case_kind <> 'customer' and open`),
    index("case_words_settled")
      .using("gin", sql`${t.words} gin_trgm_ops`)
      .where(sql`case_kind <> 'customer' and not open`),
    index("case_words_number").on(t.organisationId, t.caseKind, t.open, t.number.op("text_pattern_ops")),
    index().on(t.customerId),
  ],
)

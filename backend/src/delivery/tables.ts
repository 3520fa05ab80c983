import { sql } from "drizzle-orm"
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { organisations, tenant } from "../organisations/tables.ts"

/** Who may dispatch for a provider account: database time, and a fence that grows with every change of hands. */
export const leases = pgTable("leases", {
  name: text().primaryKey(),
  holder: text().notNull(),
  fence: bigint({ mode: "number" }).notNull(),
  expiresAt: moment().notNull(),
})

/**
 * One request to the provider, frozen: exactly these bytes under this key, at every try. Links in it are markers that are filled on the
 * wire, so that every try sends the same bytes and no link lies here. A batch may hold mails of several organisations; only the
 * dispatcher's role sees it.
 */
export const deliveryBatches = pgTable(
  "delivery_batches",
  {
    id: id(),
    account: text().notNull(),
    /** `batch` (up to 100, no attachments) or `single`. */
    kind: text().notNull(),
    body: text().notNull(),
    idempotencyKey: text().notNull().unique(),
    /** `frozen` · `accepted` · `refused` · `unknown` (24 h after the first try: never retried blindly) */
    state: text().notNull(),
    priority: integer().notNull().default(0),
    tries: integer().notNull().default(0),
    firstTriedAt: moment(),
    nextTryAt: moment().notNull().defaultNow(),
    lastError: text(),
    fence: bigint({ mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
  },
  t => [index("delivery_batches_due").on(t.account, t.priority, t.nextTryAt).where(sql`state = 'frozen'`)],
)

/** One e-mail to one address. For a message, a note, a reminder, a notice, or of the system itself (no organisation). */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    organisationId: uuid().references(() => organisations.id),
    /** `message` · `note` · `reminder` · `notice` · `system` */
    kind: text().notNull(),
    recipientId: uuid(),
    noteRecipientId: uuid(),
    reminderId: uuid(),
    address: text().notNull(),
    /** Notices and system mails bring their own text; a secret in it is sealed. */
    content: jsonb().$type<{
      subject: string
      paragraphs: string[]
      button?: { label: string; href: string }
      language?: string
      /** A test of a bulk message to its author, rendered already. */
      test?: {
        from: string
        replyTo: string
        html: string
        text: string
        files: { name: string; contentType: string; fileKey: string; sha256: string }[]
      }
    }>(),
    /** `queued` · `frozen` · `accepted` · `refused` · `unknown` · `cancelled` (of a bulk message that was stopped) */
    state: text().notNull().default("queued"),
    priority: integer().notNull().default(0),
    /** That it belongs to: it waits while that one is paused. */
    bulkMessageId: uuid(),
    batchId: uuid(),
    position: integer(),
    providerId: text(),
    error: text(),
    createdAt: createdAt(),
  },
  t => [
    index("mails_queued").on(t.priority, t.createdAt).where(sql`state = 'queued'`),
    uniqueIndex("mails_one_a_recipient").on(t.recipientId).where(sql`recipient_id is not null`),
    index("mails_of_bulk").on(t.bulkMessageId, t.state).where(sql`state in ('queued', 'frozen')`),
    index().on(t.batchId),
    index().on(t.providerId),
    index().on(t.organisationId),
  ],
)

/** Everything the provider said, once (`svix-id`), in any order. */
export const deliveryEvents = pgTable(
  "delivery_events",
  {
    id: id(),
    eventId: text().notNull().unique(),
    organisationId: uuid(),
    mailId: uuid(),
    providerId: text(),
    type: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    happenedAt: moment().notNull(),
    createdAt: createdAt(),
  },
  t => [index().on(t.mailId), index().on(t.providerId), index().on(t.createdAt)],
)

/** Addresses the provider no longer delivers to: after a hard bounce or a complaint. */
export const suppressions = pgTable(
  "suppressions",
  {
    id: id(),
    organisationId: tenant(),
    address: text().notNull(),
    /** `bounce` · `complaint` · `provider` */
    reason: text().notNull(),
    detail: text(),
    since: moment().notNull().defaultNow(),
    liftedAt: moment(),
    liftedBy: text(),
  },
  t => [uniqueIndex("suppressions_one_in_force").on(t.organisationId, t.address).where(sql`lifted_at is null`)],
)

/** The mailed pointer: its token is an HMAC of the id, so nothing here opens anything. 90 days, revocable. */
export const portalLinks = pgTable(
  "portal_links",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid().notNull(),
    customerId: uuid().notNull(),
    /** `customer`: an address recorded for the customer; `conversation`: any other address, this case only. */
    scope: text().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    messageId: uuid(),
    recipientId: uuid(),
    address: text(),
    personName: text(),
    language: text().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.customerId), index().on(t.recipientId), index().on(t.organisationId)],
)

import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** Where the organisation's own systems are told. The signing secret is an HMAC of the id and version. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    organisationId: tenant(),
    url: text().notNull(),
    events: jsonb().$type<string[]>().notNull(),
    secretVersion: integer().notNull().default(1),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId)],
)

export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: id(),
    organisationId: tenant(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    event: text().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text().notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.webhookId, t.createdAt)],
)

import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** What a user is told inside Casepost: a bounce, a cancelled message, a mention. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid().notNull(),
    kind: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    readAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId, t.userId, t.createdAt.desc().nullsFirst())],
)

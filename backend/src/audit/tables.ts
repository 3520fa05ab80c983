import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** What was done to settings, rights and people, and by whom. The application's role may only add and read. */
export const audit = pgTable(
  "audit",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid(),
    actorKind: text().notNull(),
    actorId: text(),
    actorName: text().notNull(),
    deed: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())],
)

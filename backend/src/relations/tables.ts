import { sql } from "drizzle-orm"
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

/** A person outside the customer records who may be copied in. No administration: available nowhere. */
export const relations = pgTable(
  "relations",
  {
    id: id(),
    organisationId: tenant(),
    name: text().notNull(),
    address: text().notNull(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
    /** How the name begins, in plain letters (see `casepost_plain` in `migrations`): made once, as thousands are sorted and searched at a time. */
    sortKey: text().notNull().generatedAlwaysAs(sql`left(casepost_plain(name), 60)`),
    /** Name and address in plain letters, and as they are written. */
    words: text()
      .notNull()
      .generatedAlwaysAs(sql`casepost_plain(name || ' ' || address) || ' ' || lower(name || ' ' || address)`),
  },
  t => [index().on(t.organisationId, t.name), uniqueIndex().on(t.organisationId, t.address)],
)

export const relationAdministrations = pgTable(
  "relation_administrations",
  {
    organisationId: tenant(),
    relationId: uuid()
      .notNull()
      .references(() => relations.id, { onDelete: "cascade" }),
    administrationId: uuid()
      .notNull()
      .references(() => administrations.id, { onDelete: "cascade" }),
  },
  t => [primaryKey({ columns: [t.relationId, t.administrationId] }), index().on(t.administrationId)],
)

import { boolean, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** A web tool that staff work in, and how its pages name their cases. */
export const tools = pgTable(
  "tools",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid(),
    name: text().notNull(),
    addressPattern: text().notNull(),
    preset: text(),
    rules: jsonb().$type<Record<string, unknown>[]>().notNull(),
    on: boolean().notNull().default(true),
    health: jsonb().$type<Record<string, unknown>>(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [index().on(t.organisationId)],
)

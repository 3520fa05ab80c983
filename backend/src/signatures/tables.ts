import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** Images of signatures. A mail that left keeps showing its logo, so they stay when a signature gets another. */
export const logos = pgTable(
  "logos",
  {
    id: id(),
    organisationId: tenant(),
    byUserId: uuid(),
    contentType: text().notNull(),
    /** Pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
    size: integer().notNull(),
    fileKey: text().notNull(),
    /** When a signature first held it: from then on anybody who knows its address may see it. */
    publishedAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId)],
)

/** Either a user's own within an organisation, or an administration's. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid(),
    administrationId: uuid(),
    html: text(),
    logoId: uuid().references(() => logos.id),
    /** CSS pixels. */
    logoWidth: integer(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [
    uniqueIndex("signatures_one_a_user").on(t.organisationId, t.userId).where(sql`user_id is not null`),
    uniqueIndex("signatures_one_an_administration").on(t.administrationId).where(sql`administration_id is not null`),
  ],
)

import { sql } from "drizzle-orm"
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** Either a user's own within an organisation, or an administration's. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid(),
    administrationId: uuid(),
    html: text().notNull(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [
    uniqueIndex("signatures_one_a_user").on(t.organisationId, t.userId).where(sql`user_id is not null`),
    uniqueIndex("signatures_one_an_administration").on(t.administrationId).where(sql`administration_id is not null`),
  ],
)

import type { DraftContent } from "@casepost/shared/drafts"
import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** One a user, case and kind while it is being written; a consumed draft stays, as the idempotency key of what it became. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid().notNull(),
    kind: text().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    content: jsonb().$type<DraftContent>().notNull(),
    version: integer().notNull().default(1),
    surface: text().notNull().default(""),
    savedAt: moment().notNull().defaultNow(),
    consumedAt: moment(),
    createdAt: createdAt(),
  },
  t => [
    uniqueIndex("drafts_one_being_written")
      .on(t.organisationId, t.userId, t.kind, t.caseKind, t.caseId)
      .where(sql`consumed_at is null`),
    index().on(t.organisationId, t.userId, t.savedAt),
  ],
)

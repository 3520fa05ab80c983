import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/** An hour in the portal, by cookie. The cookie's SHA-256 stands here. */
export const portalSessions = pgTable(
  "portal_sessions",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid().notNull(),
    customerId: uuid().notNull(),
    tokenHash: text().notNull().unique(),
    scope: text().notNull(),
    caseKind: text(),
    caseId: uuid(),
    linkId: uuid(),
    recipientId: uuid(),
    personName: text(),
    language: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  t => [index().on(t.customerId), index().on(t.expiresAt)],
)

/** Tries at the access code, counted per network address and per customer number; older than an hour is thrown away. */
export const portalEntryTries = pgTable(
  "portal_entry_tries",
  {
    id: id(),
    keyHash: text().notNull(),
    createdAt: createdAt(),
  },
  t => [index().on(t.keyHash, t.createdAt)],
)

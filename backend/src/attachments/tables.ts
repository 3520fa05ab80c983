import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { tenant } from "../organisations/tables.ts"

/**
 * One use of a file. The bytes lie in the file store under `fileKey`; a second use is a second row with the same key.
 * `ownerKind` is `upload` (of a user, not sent yet), `message`, `bulk-message`, `note`, `standard-message` or `invoice`.
 */
export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    organisationId: tenant(),
    ownerKind: text().notNull(),
    ownerId: uuid().notNull(),
    position: integer().notNull().default(0),
    name: text().notNull(),
    contentType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    fileKey: text().notNull(),
    claimedAt: moment(),
    createdAt: createdAt(),
  },
  t => [
    index().on(t.ownerKind, t.ownerId),
    index().on(t.organisationId, t.createdAt),
    index().on(t.fileKey),
    uniqueIndex("attachments_one_an_invoice").on(t.ownerId).where(sql`owner_kind = 'invoice'`),
  ],
)

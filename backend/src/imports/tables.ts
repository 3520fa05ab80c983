import type { Import, ImportField } from "@casepost/shared/imports"
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

export const imports = pgTable(
  "imports",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid()
      .notNull()
      .references(() => administrations.id),
    userId: uuid(),
    userName: text().notNull(),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    mode: text().notNull(),
    mapping: jsonb().$type<Record<string, ImportField | null>>().notNull(),
    state: text().notNull(),
    summary: jsonb()
      .$type<Omit<Import, "id" | "administrationId" | "fileName" | "mode" | "state" | "createdAt" | "by">>()
      .notNull(),
    createdAt: createdAt(),
    finishedAt: moment(),
  },
  t => [index().on(t.administrationId, t.createdAt.desc().nullsFirst())],
)

/** The rows of a checked file, with what becomes of each. */
export const importRows = pgTable(
  "import_rows",
  {
    organisationId: tenant(),
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    row: integer().notNull(),
    verdict: text().notNull(),
    detail: text(),
    /** By field: canonical where the row is right, as in the file where it is refused. */
    values: jsonb().$type<Partial<Record<ImportField, string>>>().notNull(),
    /** Of a refused row: its cells as they stand in the file, for the download. */
    cells: jsonb().$type<string[]>(),
  },
  t => [primaryKey({ columns: [t.importId, t.row] }), index().on(t.importId, t.verdict, t.row)],
)

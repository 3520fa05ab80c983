import type { CaseKind } from "@casepost/shared/cases"
import type { PresetName, ToolPage } from "@casepost/shared/tools"
import { sql } from "drizzle-orm"
import { boolean, date, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

/** A web tool that staff work in, and how its pages name their cases. */
export const tools = pgTable(
  "tools",
  {
    id: id(),
    organisationId: tenant(),
    name: text().notNull(),
    /** As `parseToolAddress` keeps it. */
    address: text().notNull(),
    preset: text().$type<PresetName>(),
    administrationBy: text().$type<"address" | "fixed" | "asked">().notNull().default("asked"),
    administrationId: uuid().references(() => administrations.id, { onDelete: "set null" }),
    administrationCodes: jsonb()
      .$type<{ code: string; administrationId: string }[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    readsCases: boolean().notNull().default(true),
    marksFields: boolean().notNull().default(false),
    numberPatterns: jsonb().$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    pages: jsonb().$type<ToolPage[]>().notNull().default(sql`'[]'::jsonb`),
    on: boolean().notNull().default(true),
    switchedBy: text(),
    switchedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [uniqueIndex().on(t.organisationId, t.address)],
)

/** How many pages of a tool were looked at on a day (UTC), and what was found there; kept for 60 days. */
export const toolSightings = pgTable(
  "tool_sightings",
  {
    organisationId: tenant(),
    toolId: uuid()
      .notNull()
      .references(() => tools.id, { onDelete: "cascade" }),
    day: date({ mode: "string" }).notNull(),
    /** `none`: no case was found. */
    kind: text().$type<CaseKind | "none">().notNull(),
    pages: integer().notNull(),
  },
  t => [uniqueIndex().on(t.toolId, t.day, t.kind)],
)

/** How much one person told of a tool on a day, so that nobody alone decides how it looks. Who it was is not kept: `reporter` is an HMAC of that day. */
export const toolReporters = pgTable(
  "tool_reporters",
  {
    organisationId: tenant(),
    toolId: uuid()
      .notNull()
      .references(() => tools.id, { onDelete: "cascade" }),
    day: date({ mode: "string" }).notNull(),
    reporter: text().notNull(),
    pages: integer().notNull(),
  },
  t => [uniqueIndex().on(t.toolId, t.day, t.reporter)],
)

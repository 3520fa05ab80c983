import * as z from "zod"
import { deed, Id, line, Moment, NextCursor, PageQuery } from "./contract.ts"

/** What a column of a CSV file can hold. The documented headings are these names; common headings in four languages are recognised. */
export const importFields = [
  "customerNumber",
  "customerName",
  "language",
  "contactName",
  "salutation",
  "emailAddress",
  "street",
  "postcode",
  "city",
  "country",
  "invoiceNumber",
  "amount",
  "openAmount",
  "currency",
  "invoiceDate",
  "dueDate",
  "state",
  "externalId",
] as const
export const ImportField = z.enum(importFields)
export type ImportField = z.infer<typeof ImportField>

export const importModes = ["all-open-invoices", "additions-and-changes"] as const
export const ImportMode = z.enum(importModes)
export type ImportMode = z.infer<typeof ImportMode>

export const verdicts = ["new", "changed", "unchanged", "conflict", "refused"] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

export const ImportRow = z
  .object({
    row: z.number().int().describe("Line in the file, the heading being 1"),
    verdict: Verdict,
    detail: z.string().nullable(),
    invoiceNumber: z.string().nullable(),
    customer: z.string().describe("Number and name"),
    openAmount: z.string().nullable(),
    currency: z.string().nullable(),
    dueDate: z.string().nullable(),
    emailAddress: z.string().nullable(),
  })
  .meta({ id: "ImportRow" })
export type ImportRow = z.infer<typeof ImportRow>

export const Import = z
  .object({
    id: Id,
    administrationId: Id,
    fileName: z.string(),
    mode: ImportMode,
    state: z.enum(["checked", "running", "done", "failed"]),
    encoding: z.enum(["UTF-8", "UTF-16", "Windows-1252"]),
    delimiter: z.enum([",", ";", "\t"]),
    columns: z.array(z.object({ heading: z.string(), field: ImportField.nullable(), sample: z.string() })),
    rows: z.number().int(),
    counts: z.object({
      new: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      conflict: z.number().int(),
      refused: z.number().int(),
    }),
    closes: z
      .object({
        count: z.number().int(),
        ofOpen: z.number().int(),
        amounts: z.array(z.object({ amount: z.string(), currency: z.string() })),
        numbers: z.array(z.string()).describe("At most 500"),
        askAgain: z.boolean().describe("More than 20 % of the open invoices: confirm with `closeMany`"),
      })
      .nullable(),
    createdAt: Moment,
    by: z.string(),
  })
  .meta({ id: "Import" })
export type Import = z.infer<typeof Import>

const byImport = z.object({ id: Id })

export const deeds = {
  checkImport: deed({
    id: "checkImport",
    method: "post",
    path: "/api/v1/imports",
    access: "administrator",
    summary: "Read a CSV file and say what importing it would do; nothing is changed yet",
    description: "UTF-8 or Windows-1252, comma, semicolon or tab; at most 20 MB and 100,000 rows.",
    body: z.object({
      administrationId: Id,
      fileName: line(255),
      contentBase64: z.string().max(28_000_000),
      mode: ImportMode,
      mapping: z
        .record(z.string(), ImportField.nullable())
        .optional()
        .describe("Heading → field; left out: as last time, else recognised"),
    }),
    answer: Import,
    status: 201,
    problems: ["too-large"],
  }),
  getImport: deed({
    id: "getImport",
    method: "get",
    path: "/api/v1/imports/{id}",
    access: "administrator",
    summary: "An import and how far it is",
    params: byImport,
    answer: Import,
  }),
  listImports: deed({
    id: "listImports",
    method: "get",
    path: "/api/v1/imports",
    access: "administrator",
    summary: "The last imports of an administration",
    query: z.object({ administrationId: Id }),
    answer: z.object({ imports: z.array(Import) }),
  }),
  listImportRows: deed({
    id: "listImportRows",
    method: "get",
    path: "/api/v1/imports/{id}/rows",
    access: "administrator",
    summary: "What becomes of each row",
    params: byImport,
    query: PageQuery.extend({ verdict: Verdict.optional() }),
    answer: z.object({ rows: z.array(ImportRow), nextCursor: NextCursor }),
  }),
  confirmImport: deed({
    id: "confirmImport",
    method: "post",
    path: "/api/v1/imports/{id}/confirm",
    access: "administrator",
    summary: "Carry out an import that was checked",
    params: byImport,
    body: z.object({ closeMany: z.boolean().default(false) }),
    answer: Import,
    problems: ["import-closes-many", "import-stale"],
  }),
  downloadRefused: deed({
    id: "downloadRefused",
    method: "get",
    path: "/api/v1/imports/{id}/refused",
    access: "administrator",
    summary: "The refused rows as CSV, with the reason as last column",
    params: byImport,
    bytes: "answer",
  }),
}

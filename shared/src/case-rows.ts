import * as z from "zod"
import { Address } from "./addresses.ts"
import { Amount, Currency, contactPurposes } from "./cases.ts"
import { DateOnly, deed, Id, line } from "./contract.ts"
import { Language } from "./organisations.ts"

const externalIds = z.array(z.string().trim().min(1).max(120)).max(20)
const language = Language.nullable()

/** A customer as the organisation's own system knows it; keyed by number within the administration. */
export const CustomerRow = z
  .object({
    number: line(64),
    name: line(300),
    language: language.optional(),
    street: z.string().max(200).nullish(),
    postcode: z.string().max(20).nullish(),
    city: z.string().max(120).nullish(),
    country: z.string().length(2).nullish().describe("ISO 3166-1 alpha-2"),
    externalIds: externalIds.optional(),
    standingCc: z.array(Address).max(20).optional(),
    standingBcc: z.array(Address).max(20).optional(),
    doNotMessage: line(300).nullish().describe("The reason; null takes the mark away"),
    contacts: z
      .array(
        z.object({
          name: line(200),
          salutation: line(200).nullish(),
          address: Address.nullish(),
          purpose: z.enum(contactPurposes).default("general"),
          language: language.optional(),
        }),
      )
      .max(50)
      .optional()
      .describe("Replaces the contacts; left out: contacts stay as they are"),
  })
  .meta({ id: "CustomerRow" })
export type CustomerRow = z.infer<typeof CustomerRow>

export const InvoiceRow = z
  .object({
    number: line(64),
    customerNumber: line(64),
    amount: Amount,
    openAmount: Amount,
    currency: Currency,
    invoiceDate: DateOnly,
    dueDate: DateOnly,
    state: z.enum(["open", "paid", "closed"]).optional().describe("Left out: open while something is open, else paid"),
    paidOn: DateOnly.nullish(),
    externalIds: externalIds.optional(),
  })
  .meta({ id: "InvoiceRow" })
export type InvoiceRow = z.infer<typeof InvoiceRow>

export const MatterRow = z
  .object({
    number: line(64),
    customerNumber: line(64),
    description: line(300).nullish(),
    state: z.enum(["open", "closed"]).default("open"),
    openedOn: DateOnly,
    closedOn: DateOnly.nullish(),
    invoiceNumbers: z.array(line(64)).max(2000).describe("The invoices it is about; replaces the earlier list"),
    externalIds: externalIds.optional(),
  })
  .meta({ id: "MatterRow" })
export type MatterRow = z.infer<typeof MatterRow>

/** What became of one row. One refused row refuses no other. */
export const RowOutcome = z
  .object({
    index: z.number().int().describe("Place in the request, from 0"),
    number: z.string(),
    id: Id.nullable(),
    outcome: z.enum(["created", "changed", "unchanged", "conflict", "refused"]),
    detail: z.string().nullable().describe("For conflict and refused: why, in words"),
  })
  .meta({ id: "RowOutcome" })
export type RowOutcome = z.infer<typeof RowOutcome>
export const UpsertAnswer = z.object({ rows: z.array(RowOutcome) })

const administration = z.object({ id: Id })
/** Rows a request may hold. */
export const mostRows = 1000

function upsert<const R extends z.ZodObject>(noun: "customers" | "invoices" | "matters", row: R) {
  return deed({
    id: `upsert${noun[0]?.toUpperCase()}${noun.slice(1)}`,
    method: "put",
    path: `/api/v1/administrations/{id}/${noun}`,
    access: "administrator",
    summary: `Add or change ${noun}, keyed by their numbers, with an answer per row`,
    description: `At most ${mostRows} rows. A row that is not right is refused alone. Also with an API key of the administration.`,
    params: administration,
    // "Or anything": a row that is not right must reach the deed, which refuses it alone.
    body: z.object({
      rows: z
        .array(z.union([row, z.unknown()]))
        .min(1)
        .max(mostRows),
    }),
    answer: UpsertAnswer,
  })
}

export const deeds = {
  upsertCustomers: upsert("customers", CustomerRow),
  upsertInvoices: upsert("invoices", InvoiceRow),
  upsertMatters: upsert("matters", MatterRow),
}

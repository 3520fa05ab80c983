import * as z from "zod"
import { Address } from "./addresses.ts"
import { DateOnly, deed, Id, line, Moment } from "./contract.ts"
import { Language } from "./organisations.ts"

/** What a message is about: a customer as a whole, a matter (debt collection case), or one invoice. */
export const caseKinds = ["customer", "matter", "invoice"] as const
export const CaseKind = z.enum(caseKinds)
export type CaseKind = z.infer<typeof CaseKind>

export const CaseRef = z.object({ kind: CaseKind, id: Id }).meta({ id: "CaseRef" })
export type CaseRef = z.infer<typeof CaseRef>

/** Decimal string and ISO 4217 code: `{ amount: "-12480.50", currency: "EUR" }`. Credit notes are negative. */
export const Money = z.object({ amount: z.string(), currency: z.string().length(3) }).meta({ id: "Money" })
export type Money = z.infer<typeof Money>

/** An amount as a decimal string: at most 13 digits before and 4 after the point, `-` before a credit. */
export const Amount = z.string().regex(/^-?\d{1,13}(\.\d{1,4})?$/, "Write the amount as 12480.50.")
export const Currency = z.string().regex(/^[A-Z]{3}$/, "Use the ISO 4217 code, such as EUR.")

/** One line about a case, as in search, pickers and the head of a timeline. */
export const CaseSummary = z
  .object({
    ref: CaseRef,
    number: z.string().describe("The customer's, matter's or invoice's own number"),
    customerId: Id,
    customerName: z.string(),
    administrationId: Id,
    administrationName: z.string(),
    open: z.array(Money).describe("What is open, one per currency; never added across currencies"),
    dueDate: DateOnly.nullable(),
    daysOverdue: z.number().int().nullable().describe("In the administration's zone; negative: days until due"),
    state: z.enum(["open", "paid", "closed"]),
    openInvoices: z.number().int(),
    unread: z.number().int().describe("Unread replies, rolled up"),
  })
  .meta({ id: "CaseSummary" })
export type CaseSummary = z.infer<typeof CaseSummary>

export const contactPurposes = ["general", "invoices", "reminders"] as const
export const Contact = z
  .object({
    id: Id,
    name: z.string(),
    salutation: z.string().nullable(),
    address: z.string().nullable(),
    purpose: z.enum(contactPurposes),
    language: Language.nullable(),
    correction: z
      .object({ by: z.string(), at: Moment, imported: z.string().nullable() })
      .nullable()
      .describe("Somebody here corrected the address; the import's own value is kept beside it"),
  })
  .meta({ id: "Contact" })
export type Contact = z.infer<typeof Contact>

/** Everything compose and timeline show about a case. */
export const CaseDetail = CaseSummary.extend({
  language: Language.describe("Contact's, else customer's, else the administration's"),
  generalAddress: z.string().nullable(),
  contacts: z.array(Contact),
  standingCc: z.array(z.string()),
  standingBcc: z.array(z.string()),
  doNotMessage: z.object({ reason: z.string(), by: z.string(), at: Moment }).nullable(),
  lastSentAt: Moment.nullable(),
  asOf: Moment.nullable().describe("When this case's data last came in"),
  right: z.enum(["administrator", "standard", "restricted"]),
  from: z.string().describe("`Sanne de Wit via Van der Meer Bouwmaterialen`"),
  matter: z.object({ id: Id, number: z.string() }).nullable().describe("The open matter of an invoice"),
  invoices: z.array(z.object({ id: Id, number: z.string() })).describe("Of a matter; at most 200"),
}).meta({ id: "CaseDetail" })
export type CaseDetail = z.infer<typeof CaseDetail>

/** Numbers and external ids found on a page; nothing else of a page is ever sent. */
export const LookupBody = z.object({
  administrationId: Id.optional().describe("Only cases of this administration"),
  numbers: z.array(z.string().trim().min(2).max(64)).max(200).default([]),
  externalIds: z.array(z.string().trim().min(1).max(120)).max(50).default([]),
  addresses: z.array(z.string().trim().min(3).max(254)).max(20).default([]),
})

const caseParams = z.object({ kind: CaseKind, id: Id })
export const deeds = {
  searchCases: deed({
    id: "searchCases",
    method: "get",
    path: "/api/v1/cases",
    access: "signed-in",
    summary: "Find cases by number, name, address or external id, forgiving of typos, best match first",
    query: z.object({
      search: z.string().max(200).default(""),
      administrationId: Id.optional(),
      kind: CaseKind.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
    answer: z.object({ cases: z.array(CaseSummary), more: z.number().int().describe("Further matches, at most 50") }),
  }),
  lookupCases: deed({
    id: "lookupCases",
    method: "post",
    path: "/api/v1/cases/lookup",
    access: "signed-in",
    summary: "Which cases the numbers and external ids found on a page belong to",
    body: LookupBody,
    answer: z.object({ cases: z.array(CaseSummary.extend({ found: z.string().describe("The text that matched") })) }),
  }),
  getCase: deed({
    id: "getCase",
    method: "get",
    path: "/api/v1/cases/{kind}/{id}",
    access: "restricted",
    summary: "A case with its customer's contacts, addresses and marks",
    params: caseParams,
    answer: CaseDetail,
  }),
  correctAddress: deed({
    id: "correctAddress",
    method: "patch",
    path: "/api/v1/customers/{id}",
    access: "standard",
    summary: "Correct or record a customer's e-mail address, or mark it 'do not message'",
    description: "An import does not overwrite a correction until its own value changes.",
    params: z.object({ id: Id }),
    body: z.object({
      generalAddress: Address.nullish(),
      doNotMessage: line(300).nullish().describe("The reason; null takes the mark away"),
    }),
    answer: CaseDetail,
  }),
  getAccessCode: deed({
    id: "getAccessCode",
    method: "get",
    path: "/api/v1/customers/{id}/access-code",
    access: "restricted",
    summary: "The code a customer without a link enters the portal with",
    params: z.object({ id: Id }),
    answer: z.object({ customerNumber: z.string(), code: z.string(), portalUrl: z.string() }),
  }),
  renewAccessCode: deed({
    id: "renewAccessCode",
    method: "post",
    path: "/api/v1/customers/{id}/access-code/renew",
    access: "standard",
    summary: "Give the customer a new code; the old one stops working at once",
    params: z.object({ id: Id }),
    answer: z.object({ customerNumber: z.string(), code: z.string(), portalUrl: z.string() }),
  }),
}

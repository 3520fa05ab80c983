import * as z from "zod"
import { CaseSummary, caseKinds, Money } from "./cases.ts"
import { deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"

/** Cases one bulk message can be about, and how far an overview counts. */
export const mostBulkCases = 50_000

/** What an overview can be sorted by; ties by number. `overdue`: most days overdue first where descending. */
export const overviewSorts = ["number", "customer", "open", "due", "overdue", "last-message"] as const

/** Which cases: the same for an overview, its count, and "all matching the filter" of a bulk message. Dates are read in each administration's zone. */
export const OverviewFilter = z
  .object({
    kind: z.enum(caseKinds),
    administrationIds: z.array(Id).max(100).default([]).describe("None: all one has a right in"),
    search: z
      .string()
      .trim()
      .max(200)
      .default("")
      .describe("In numbers, customer names and addresses; an amount also finds what is open for just that"),
    state: z.enum(["open", "settled", "any"]).default("open"),
    overdueDays: z
      .number()
      .int()
      .min(0)
      .max(36_500)
      .nullable()
      .default(null)
      .describe("More than so many days overdue"),
    dueWithinDays: z
      .number()
      .int()
      .min(0)
      .max(36_500)
      .nullable()
      .default(null)
      .describe("Due, and not more than so many days ahead"),
    openFrom: z
      .string()
      .regex(/^-?\d{1,13}(\.\d{1,4})?$/)
      .nullable()
      .default(null)
      .describe("Open amount, in one currency at least so much"),
    openTo: z
      .string()
      .regex(/^-?\d{1,13}(\.\d{1,4})?$/)
      .nullable()
      .default(null),
    notMessagedDays: z
      .number()
      .int()
      .min(1)
      .max(36_500)
      .nullable()
      .default(null)
      .describe("No message of ours for so many days, or never"),
    unread: z.boolean().default(false).describe("With an unread reply"),
    notDelivered: z.boolean().default(false).describe("The last message failed at its To address"),
    noAddress: z.boolean().default(false).describe("The customer has no e-mail address"),
    inMatter: z.enum(["any", "in", "not-in"]).default("any").describe("Invoices: in an open matter or not"),
    doNotMessage: z.enum(["any", "marked", "not-marked"]).default("any"),
  })
  .meta({ id: "OverviewFilter" })
export type OverviewFilter = z.infer<typeof OverviewFilter>

export const OverviewRow = CaseSummary.extend({
  customerNumber: z.string(),
  lastMessage: z
    .object({ at: Moment, text: z.string().describe("Its subject, or `Reply from …`"), incoming: z.boolean() })
    .nullable(),
  notDelivered: z.boolean(),
  portalOnly: z.boolean().describe("The customer has no e-mail address"),
  doNotMessage: z.string().nullable().describe("The reason; cannot be messaged"),
  matter: z.object({ id: Id, number: z.string() }).nullable(),
  mayMessage: z.boolean().describe("One has the right to send here"),
}).meta({ id: "OverviewRow" })
export type OverviewRow = z.infer<typeof OverviewRow>

export const OverviewCount = z
  .object({
    matching: z
      .number()
      .int()
      .describe(`At most ${mostBulkCases + 1}: then it stands for "more than"`),
    all: z.number().int().describe("Open ones of the same kind and administrations, counted in the same way"),
    doNotMessage: z.number().int().describe("Of those matching: left out of a bulk message"),
    noRight: z.number().int().describe("Of those matching and not marked, in administrations where one may not send"),
    open: z
      .array(Money)
      .nullable()
      .describe("Open in all of those matching, one a currency; null where there are too many"),
    asOf: Moment.nullable().describe("The oldest data among the chosen administrations"),
  })
  .meta({ id: "OverviewCount" })
export type OverviewCount = z.infer<typeof OverviewCount>

export const deeds = {
  readOverview: deed({
    id: "readOverview",
    method: "post",
    path: "/api/v1/cases/overview",
    access: "signed-in",
    summary: "A page of the customers, matters or invoices that fit a filter",
    description:
      "A POST because of the filter's size; it changes nothing. Read by keyset, in a constant number of queries.",
    body: PageQuery.extend({
      cursor: z.string().max(1_200).optional().describe("Holds a name and a number"),
      filter: OverviewFilter,
      sort: z.enum(overviewSorts).default("overdue"),
      descending: z.boolean().default(true),
    }),
    answer: z.object({ rows: z.array(OverviewRow), nextCursor: NextCursor }),
  }),
  countOverview: deed({
    id: "countOverview",
    method: "post",
    path: "/api/v1/cases/overview/count",
    access: "signed-in",
    summary: "How many cases fit a filter, and what is open in them",
    body: z.object({ filter: OverviewFilter }),
    answer: OverviewCount,
  }),
}

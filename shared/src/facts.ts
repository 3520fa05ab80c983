import * as z from "zod"
import { CaseKind, Money } from "./cases.ts"
import { DateOnly, deed, Id } from "./contract.ts"
import { Language } from "./organisations.ts"
import { placeholderNames } from "./placeholders.ts"

/** Rows of a table of open invoices; more are counted in its last line. */
export const mostInvoicesInTable = 200

export const OpenInvoice = z
  .object({ number: z.string(), date: DateOnly, dueDate: DateOnly, open: Money })
  .meta({ id: "OpenInvoice" })

/** One fact of a case, before it is written in somebody's language. */
export const FactValue = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("money"), amounts: z.array(Money).min(1).describe("One a currency, never added") }),
    z.object({ kind: z.literal("date"), date: DateOnly }),
    z.object({ kind: z.literal("count"), count: z.number().int() }),
    z.object({
      kind: z.literal("invoices"),
      invoices: z.array(OpenInvoice).max(mostInvoicesInTable),
      more: z.number().int().describe("Open invoices beyond these"),
    }),
    z.object({ kind: z.literal("portal-link") }),
  ])
  .meta({ id: "FactValue" })
export type FactValue = z.infer<typeof FactValue>

/** What is known of a case, by placeholder. A fact that is missing is missing here: it is never guessed. */
export const Facts = z
  .object({
    language: Language.describe(
      "Contact's, else customer's, else the administration's: governs words, dates and money",
    ),
    values: z.partialRecord(z.enum(placeholderNames), FactValue),
  })
  .meta({ id: "Facts" })
export type Facts = z.infer<typeof Facts>

export const deeds = {
  getFacts: deed({
    id: "getFacts",
    method: "get",
    path: "/api/v1/cases/{kind}/{id}/facts",
    access: "restricted",
    summary: "What the placeholders of a text about this case are filled with",
    description: "`portal.link` stands for the personal link that only the customer's own mail holds.",
    params: z.object({ kind: CaseKind, id: Id }),
    answer: Facts,
  }),
}

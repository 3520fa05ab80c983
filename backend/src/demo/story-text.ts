import { formatDate, formatMoney } from "@casepost/shared/formats"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace } from "./place.ts"
import { type Story, written } from "./texts.ts"

/** A story's words in the customer's language, with the case's facts. */
export function textOf(
  place: DemoPlace,
  customer: DemoCustomer,
  of: { story: Story; invoice?: DemoCustomer["invoices"][number]; about?: DemoCase },
) {
  const text = written[customer.language][of.story]
  const values: Record<string, string> = {
    "{name}": customer.contact?.salutation ?? customer.name,
    "{number}": (of.invoice ?? of.about)?.number ?? "",
    "{amount}": of.invoice ? formatMoney({ amount: of.invoice.amount, currency: "EUR" }, customer.language) : "",
    "{date}": formatDate(
      place.calendar.date(of.story === "paymentPlan" ? 7 : (of.invoice?.due ?? 0)),
      customer.language,
    ),
  }
  const fill = (line: string) => line.replace(/\{\w+\}/g, found => values[found] ?? found)
  return { subject: fill(text.subject), paragraphs: text.paragraphs.map(fill) }
}

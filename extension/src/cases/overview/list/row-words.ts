import type { OverviewRow } from "@casepost/shared/overviews"
import { words } from "../words"

type Standing = Pick<OverviewRow, "ref" | "state" | "daysOverdue" | "dueDate" | "openInvoices">

/** The day an invoice is due (`17 Oct 2026`); of a customer or matter how many invoices are open. */
export function dueOf({ ref, dueDate, openInvoices }: Standing): string {
  if (ref.kind !== "invoice") return String(openInvoices)
  return dueDate === null ? "" : day.format(new Date(`${dueDate}T00:00:00Z`)).replace("Sept", "Sep")
}

/** How late it is: `37 days`; settled ones say so; what is not late says nothing. */
export function overdueOf({ state, daysOverdue }: Standing): { words: string; isLate: boolean } {
  if (state === "paid") return { words: words.paid, isLate: false }
  if (state === "closed") return { words: words.closed, isLate: false }
  if (daysOverdue === 0) return { words: words.dueToday, isLate: false }
  if (daysOverdue === null || daysOverdue < 0) return { words: "", isLate: false }
  return { words: words.days(daysOverdue), isLate: true }
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })

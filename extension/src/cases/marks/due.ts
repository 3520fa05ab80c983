import type { CaseSummary } from "@casepost/shared/cases"
import { words } from "../words"

export type DueInWords = { words: string; isOverdue: boolean }

/** How a case stands: `37 days overdue`, `due in 7 days`, `paid`; of a customer or matter how many invoices are open. */
export function dueInWords(of: Pick<CaseSummary, "state" | "daysOverdue" | "openInvoices">): DueInWords {
  if (of.state === "paid") return { words: words.paid, isOverdue: false }
  if (of.state === "closed") return { words: words.closed, isOverdue: false }
  if (of.daysOverdue === null) return { words: words.openInvoices(of.openInvoices), isOverdue: false }
  if (of.daysOverdue > 0) return { words: words.overdue(of.daysOverdue), isOverdue: true }
  if (of.daysOverdue === 0) return { words: words.dueToday, isOverdue: false }
  return { words: words.dueIn(-of.daysOverdue), isOverdue: false }
}

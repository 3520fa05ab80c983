import type { InvoiceRow } from "@casepost/shared/case-rows"
import { plainAmount } from "../../plain-amount.ts"
import { dateWords, moneyWords } from "../change-words.ts"
import type { KnownInvoice } from "./known-invoices.ts"

/** What a source says about an invoice; what it leaves out stays as it is. */
export type InvoiceChange = Partial<Omit<InvoiceRow, "number" | "customerNumber">> &
  Pick<InvoiceRow, "number" | "customerNumber">

/** What would become of an invoice. */
export type InvoicePlan = {
  known: KnownInvoice | undefined
  next: Omit<KnownInvoice, "id" | "customerId">
  /** In words, such as `open amount, was €3,310.00`. */
  changes: string[]
}

/**
 * Compares what came in with what stands, without changing anything; `today` is the administration's.
 * Gives a reason instead where the row cannot be right.
 */
export function compareInvoice(
  known: KnownInvoice | undefined,
  change: InvoiceChange,
  today: string,
): InvoicePlan | { refused: string } {
  if (known && known.customerNumber !== change.customerNumber)
    return {
      refused: `Invoice ${change.number} belongs to customer ${known.customerNumber}; it cannot move to ${change.customerNumber}.`,
    }
  const before = known ?? fresh(change, today)
  if ("refused" in before) return before
  const next = { ...before, ...given(change), customerNumber: change.customerNumber }
  next.state = change.state ?? (change.openAmount === undefined && known ? known.state : settledBy(next.openAmount))
  next.paidOn = change.paidOn ?? (next.state === "paid" ? (known?.paidOn ?? today) : null)
  return { known, next, changes: known ? differences(known, next) : [] }
}

/** An invoice that was not known: amount and open amount stand for each other, and it is no younger than its due date. */
function fresh(change: InvoiceChange, today: string): InvoicePlan["next"] | { refused: string } {
  const { number, customerNumber, currency = "EUR", dueDate } = change
  const amount = change.amount ?? change.openAmount
  if (amount === undefined) return { refused: "The open amount of a new invoice is missing." }
  if (dueDate === undefined) return { refused: "The due date of a new invoice is missing." }
  const invoiceDate = change.invoiceDate ?? (today < dueDate ? today : dueDate)
  const plain = plainAmount(amount)
  const openAmount = plainAmount(change.openAmount ?? amount)
  return {
    number,
    customerNumber,
    amount: plain,
    openAmount,
    currency,
    invoiceDate,
    dueDate,
    state: "open",
    paidOn: null,
    externalIds: [],
  }
}

function given(change: InvoiceChange): Partial<InvoicePlan["next"]> {
  return {
    ...(change.amount !== undefined && { amount: plainAmount(change.amount) }),
    ...(change.openAmount !== undefined && { openAmount: plainAmount(change.openAmount) }),
    ...(change.currency !== undefined && { currency: change.currency }),
    ...(change.invoiceDate !== undefined && { invoiceDate: change.invoiceDate }),
    ...(change.dueDate !== undefined && { dueDate: change.dueDate }),
    ...(change.externalIds !== undefined && { externalIds: [...new Set(change.externalIds)].sort() }),
  }
}

function settledBy(openAmount: string): "open" | "paid" {
  return Number(openAmount) === 0 ? "paid" : "open"
}

function differences(before: KnownInvoice, next: InvoicePlan["next"]): string[] {
  const changes: string[] = []
  const was = (word: string, text: string) => changes.push(`${word}, was ${text}`)
  if (before.openAmount !== next.openAmount) was("open amount", moneyWords(before.openAmount, before.currency))
  if (before.amount !== next.amount) was("amount", moneyWords(before.amount, before.currency))
  if (before.currency !== next.currency) was("currency", before.currency)
  if (before.dueDate !== next.dueDate) was("due date", dateWords(before.dueDate))
  if (before.invoiceDate !== next.invoiceDate) was("invoice date", dateWords(before.invoiceDate))
  if (before.state !== next.state) was("state", before.state)
  if (before.paidOn !== next.paidOn && next.state === before.state)
    was("paid on", before.paidOn ? dateWords(before.paidOn) : "not given")
  if (before.externalIds.toSorted().join("\n") !== next.externalIds.toSorted().join("\n")) changes.push("external ids")
  return changes
}

/** `12.480,50`, as Dutch tools write it. */
export function amountOf(amount: string | number): string {
  return new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    amount as Intl.StringNumericLiteral,
  )
}

/** `17-10-2026` */
export function dateOf(date: string): string {
  return date.split("-").reverse().join("-")
}

/** Days past the due date; negative while it is to come. */
export function daysPast(dueDate: string): number {
  return Math.floor((Date.now() - Date.parse(`${dueDate}T00:00:00Z`)) / 86_400_000)
}

/** The state as the tool says it. */
export function stateOf({ state, dueDate }: { state: string; dueDate: string }): string {
  if (state !== "open") return "Paid"
  return daysPast(dueDate) > 0 ? "Overdue" : "Open"
}

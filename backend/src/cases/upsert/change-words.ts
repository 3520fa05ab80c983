/** `Sanne de Wit corrected it on 19 Nov`: why a correction stands against what came in. */
export function conflictWords(conflicts: readonly { by: string; at: string }[], timeZone: string): string | null {
  const [first] = conflicts
  if (!first) return null
  const on =
    first.at &&
    new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short" }).format(new Date(first.at))
  return `${first.by} corrected it${on ? ` on ${on}` : ""}`
}

/** `€3,310.00`, as the staff's English screens write money. */
export function moneyWords(amount: string, currency: string): string {
  const text = `${amount}` as `${number}`
  try {
    return new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      maximumFractionDigits: 4,
      minimumFractionDigits: 2,
    }).format(text)
  } catch {
    return `${currency} ${amount}`
  }
}

/** `17 Oct 2026` */
export function dateWords(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

import type { Money } from "@casepost/shared/cases"

/** `€12,480.50`; the decimal string is never turned into a floating number. */
export function moneyInWords({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
  return format.format(amount as Intl.StringNumericLiteral)
}

/** One amount per currency, never added: `€12,480.50 + $300.00`. Nothing open: undefined. */
export function openInWords(open: readonly Money[]): string | undefined {
  return open.length === 0 ? undefined : open.map(moneyInWords).join(" + ")
}

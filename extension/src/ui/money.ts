import type { Money } from "@casepost/shared/cases"

/** `€12,480.50`, `-€210.00`, `CHF 120.00`. Different currencies are listed, never added. */
export function showMoney(money: Money | readonly Money[]): string {
  return [money].flat().map(showOne).join(" + ")
}

function showOne({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
  // Intl takes the decimal string itself, so that no amount passes through a float.
  return format.format(amount as Intl.StringNumericLiteral)
}

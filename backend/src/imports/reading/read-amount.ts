import { Amount } from "@casepost/shared/cases"

/** How a file writes amounts: which sign stands before the decimals, if its amounts show it. */
export type DecimalSign = "," | "." | undefined

/**
 * An amount as `12480.50`, from `12.480,50`, `12,480.50`, `12 480,50`, `€ -12,50`, `12,50-` or `(12.50)`. One sign before three digits
 * (`1.250`) is what it is elsewhere in the file, else it separates thousands. Nothing where the text is no amount.
 */
export function readAmount(text: string, decimal: DecimalSign): string | undefined {
  const { digits, negative } = withoutSigns(text)
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(digits)) return undefined
  const sign = decimalSignOf(digits) ?? (isAmbiguous(digits) ? decimal : undefined)
  const at = sign ? digits.lastIndexOf(sign) : -1
  const [whole, fraction] = at < 0 ? [digits, ""] : [digits.slice(0, at), digits.slice(at + 1)]
  if (at >= 0 && !/^\d{1,4}$/.test(fraction)) return undefined
  const plain = withoutThousands(whole, sign)
  if (plain === undefined) return undefined
  const amount = `${plain.replace(/^0+(?=\d)/, "") || "0"}${fraction ? `.${fraction}` : ""}`
  const signed = negative && Number(amount) !== 0 ? `-${amount}` : amount
  return Amount.safeParse(signed).success ? signed : undefined
}

/** What one amount shows of how its file writes decimals. */
export function decimalEvidence(text: string): DecimalSign {
  const { digits } = withoutSigns(text)
  if (!/^\d[\d.,]*$/.test(digits)) return undefined
  const sign = decimalSignOf(digits)
  if (sign) return sign
  // Several of the same sign separate thousands, so the other one is for decimals.
  if ((digits.match(/\./g)?.length ?? 0) > 1) return ","
  return (digits.match(/,/g)?.length ?? 0) > 1 ? "." : undefined
}

function withoutSigns(text: string): { digits: string; negative: boolean } {
  const bare = text.replace(/[\s'’\u00a0\u202f€$£]|^[A-Z]{3}|[A-Z]{3}$/g, "").replace(/\u2212/g, "-")
  const negative = /^-|-$|^\(.*\)$/.test(bare)
  return {
    digits: bare
      .replace(/^-|-$/, "")
      .replace(/^\((.*)\)$/, "$1")
      .replace(/^\+/, ""),
    negative,
  }
}

/** The sign that can only stand before decimals: the last of two kinds, or a single one not before three digits. */
function decimalSignOf(digits: string): DecimalSign {
  const [dot, comma] = [digits.lastIndexOf("."), digits.lastIndexOf(",")]
  if (dot >= 0 && comma >= 0) return dot > comma ? "." : ","
  const sign = dot >= 0 ? "." : comma >= 0 ? "," : undefined
  if (!sign || isAmbiguous(digits) || digits.indexOf(sign) !== digits.lastIndexOf(sign)) return undefined
  return sign
}

function isAmbiguous(digits: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
}

function withoutThousands(whole: string, decimal: DecimalSign): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  const separator = decimal === "," ? "." : decimal === "." ? "," : whole.includes(".") ? "." : ","
  const grouped = new RegExp(`^\\d{1,3}(\\${separator}\\d{3})+$`)
  return grouped.test(whole) ? whole.replaceAll(separator, "") : undefined
}

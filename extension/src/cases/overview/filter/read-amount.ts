/** What somebody typed as an amount, as a decimal string: `1250`, `1.250,00`, `1,250.00`, `€ 1 250`. Undefined where it is none. */
export function readAmount(typed: string): string | undefined {
  const text = typed.replace(/[\s\u00a0€$£]/g, "")
  const point = Math.max(text.lastIndexOf("."), text.lastIndexOf(","))
  // One separator with three digits behind it stands between thousands: nobody asks for tenths of cents.
  const isThousands = point >= 0 && text.length - point - 1 === 3
  const [whole, cents] = point < 0 || isThousands ? [text, ""] : [text.slice(0, point), text.slice(point + 1)]
  const digits = whole.replace(/[.,]/g, "")
  if (!/^-?\d{1,13}$/.test(digits) || !/^\d{0,2}$/.test(cents)) return undefined
  return cents === "" ? digits : `${digits}.${cents}`
}

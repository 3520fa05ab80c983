import type { Money } from "./cases.ts"
import type { Language } from "./organisations.ts"

const locales: Record<Language, string> = { nl: "nl-NL", en: "en-GB", de: "de-DE", fr: "fr-FR" }
const moneyFormats = new Map<string, Intl.NumberFormat>()

/** An amount as people of that language write it: `€ 12.480,50` (nl), `€12,480.50` (en). Exact: the decimal string is not turned into a float. */
export function formatMoney(money: Money, language: Language): string {
  const key = `${language}:${money.currency}`
  let format = moneyFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[language], {
      style: "currency",
      currency: money.currency,
      currencyDisplay: "narrowSymbol",
    })
    moneyFormats.set(key, format)
  }
  return format.format(money.amount as Intl.StringNumericLiteral)
}

/** A calendar date: `long` 17 oktober 2026, `short` 17 okt 2026, `day` 17 okt. */
export function formatDate(date: string, language: Language, form: "long" | "short" | "day" = "long"): string {
  return formatDayOf(new Date(`${date}T00:00:00Z`), language, { form, timeZone: "UTC" })
}

/** The day of a moment in a zone, in the same forms. */
export function formatDayOf(
  moment: Date,
  language: Language,
  { form, timeZone }: { form: "long" | "short" | "day"; timeZone: string },
): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    day: "numeric",
    month: form === "long" ? "long" : "short",
    ...(form === "day" ? {} : { year: "numeric" }),
  })
  // British English alone writes four letters for one month; columns of dates read better without.
  return format.format(moment).replace(/\bSept\b/, "Sep")
}

/** The time of a moment in a zone: `09:14`. */
export function formatTimeOf(moment: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment)
}

const sizeUnits: Record<Language, { bytes: string; kilo: string; mega: string }> = {
  nl: { bytes: "bytes", kilo: "kB", mega: "MB" },
  en: { bytes: "bytes", kilo: "KB", mega: "MB" },
  de: { bytes: "Byte", kilo: "kB", mega: "MB" },
  fr: { bytes: "octets", kilo: "ko", mega: "Mo" },
}

/** The size of a file: `184 KB`, `2,4 MB` (nl), `20 Mo` (fr); counted in steps of 1,024, as the limits of files and mails are. */
export function formatSize(bytes: number, language: Language): string {
  const { bytes: few, kilo, mega } = sizeUnits[language]
  const kilobytes = Math.round(bytes / 1024)
  const [amount, unit] = bytes < 1024 ? [bytes, few] : kilobytes < 1024 ? [kilobytes, kilo] : [bytes / 1024 ** 2, mega]
  const maximumFractionDigits = unit === mega && amount < 9.95 ? 1 : 0
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits }).format(amount)} ${unit}`
}

/** A whole number: `12.480` (nl). */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count)
}

/** Several things in one line: `€ 10,00 en US$ 20,00`. */
export function formatList(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(parts)
}

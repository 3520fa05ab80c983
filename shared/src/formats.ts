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

/** A calendar date in full, `17 oktober 2026`, or short, `17 okt 2026`. */
export function formatDate(date: string, language: Language, form: "long" | "short" = "long"): string {
  return new Intl.DateTimeFormat(locales[language], { day: "numeric", month: form, year: "numeric", timeZone: "UTC" })
    .format(new Date(`${date}T00:00:00Z`))
    .replace("Sept ", "Sep ")
}

/** A moment in a zone: `12 Nov, 09:14`, with the year when it is not this year's. */
export function formatMoment(moment: Date, language: Language, at: { timeZone: string; now: Date }): string {
  const year = (date: Date) => new Intl.DateTimeFormat("en", { year: "numeric", timeZone: at.timeZone }).format(date)
  const day = new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "short",
    ...(year(moment) === year(at.now) ? {} : { year: "numeric" }),
    timeZone: at.timeZone,
  }).format(moment)
  const time = new Intl.DateTimeFormat(locales[language], {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: at.timeZone,
  }).format(moment)
  return `${day.replace("Sept", "Sep")}, ${time}`
}

import type { Money } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import { todayIn } from "../../cases/days-overdue.ts"
import { words } from "./words.ts"

/** `€12,480.50`, `€ 12.480,50`, `12.480,50 €`: exact, whatever the size. */
export function formatMoney(money: Money, language: Language): string {
  const format = new Intl.NumberFormat(words[language].locale, { style: "currency", currency: money.currency })
  return format.format(money.amount as `${number}`)
}

/** Amounts of several currencies side by side; they are never added. */
export function formatMonies(monies: Money[], language: Language): string {
  const texts = monies.map(money => formatMoney(money, language))
  if (texts.length < 2) return texts[0] ?? formatMoney({ amount: "0", currency: "EUR" }, language)
  return `${texts.slice(0, -1).join(", ")} ${words[language].and} ${texts.at(-1)}`
}

/** A calendar date: `day` 17 Oct · `short` 17 Oct 2026 · `long` 17 October 2026. */
export function formatDate(date: string, language: Language, style: "day" | "short" | "long"): string {
  return written(new Date(`${date}T00:00:00Z`), language, { style, timeZone: "UTC" })
}

export type Clock = { language: Language; timeZone: string; now: Date }

/** When a message came: `Today, 13:48`, `12 Nov, 09:14`, and with its year when it was another one. */
export function formatMoment(at: Date, { language, timeZone, now }: Clock): string {
  const time = new Intl.DateTimeFormat(words[language].locale, { timeZone, hour: "2-digit", minute: "2-digit" })
  return `${formatDay(at, { language, timeZone, now })}, ${time.format(at)}`
}

/** The day alone: `Today`, `12 Nov`, `12 Nov 2025`. */
export function formatDay(at: Date, { language, timeZone, now }: Clock): string {
  const [day, today] = [todayIn(timeZone, at), todayIn(timeZone, now)]
  if (day === today) return words[language].today
  const style = day.slice(0, 4) === today.slice(0, 4) ? "day" : "short"
  return written(at, language, { style, timeZone })
}

/** `184 KB`, `1.1 MB`. */
export function formatSize(bytes: number, language: Language): string {
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte"
  const size = unit === "kilobyte" ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000
  const number = new Intl.NumberFormat(words[language].locale, { maximumFractionDigits: 1 }).format(size)
  const names = language === "fr" ? { kilobyte: "Ko", megabyte: "Mo" } : { kilobyte: "KB", megabyte: "MB" }
  return `${number} ${names[unit]}`
}

function written(
  at: Date,
  language: Language,
  { style, timeZone }: { style: "day" | "short" | "long"; timeZone: string },
): string {
  const format = new Intl.DateTimeFormat(words[language].locale, {
    timeZone,
    day: "numeric",
    month: style === "long" ? "long" : "short",
    ...(style === "day" ? {} : { year: "numeric" }),
  })
  // British English alone writes four letters for one month; columns of dates read better without.
  return format.format(at).replace(/\bSept\b/, "Sep")
}

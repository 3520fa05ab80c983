import type { Money } from "@casepost/shared/cases"
import { formatDayOf, formatMoney, formatTimeOf } from "@casepost/shared/formats"
import type { Language } from "@casepost/shared/organisations"
import { todayIn } from "../../cases/days-overdue.ts"
import { words } from "./words.ts"

/** Amounts of several currencies side by side; they are never added. */
export function formatMonies(monies: Money[], language: Language): string {
  const texts = monies.map(money => formatMoney(money, language))
  if (texts.length < 2) return texts[0] ?? formatMoney({ amount: "0", currency: "EUR" }, language)
  return `${texts.slice(0, -1).join(", ")} ${words[language].and} ${texts.at(-1)}`
}

export type Clock = { language: Language; timeZone: string; now: Date }

/** When a message came: `Today, 13:48`, `12 Nov, 09:14`, and with its year when it was another one. */
export function formatMoment(at: Date, { language, timeZone, now }: Clock): string {
  return `${formatDay(at, { language, timeZone, now })}, ${formatTimeOf(at, language, timeZone)}`
}

/** The day alone: `Today`, `12 Nov`, `12 Nov 2025`. */
export function formatDay(at: Date, { language, timeZone, now }: Clock): string {
  const [day, today] = [todayIn(timeZone, at), todayIn(timeZone, now)]
  if (day === today) return words[language].today
  return formatDayOf(at, language, { form: day.slice(0, 4) === today.slice(0, 4) ? "day" : "short", timeZone })
}

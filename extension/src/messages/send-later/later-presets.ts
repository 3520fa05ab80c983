import { momentOf, type WallTime, wallTimeOf } from "@casepost/shared/zoned-time"
import { words } from "../words"

export type LaterPreset = { id: string; name: string; day: string; at: WallTime }

/** Tomorrow morning, this afternoon (while it is still to come), next Monday (unless that is tomorrow); in the administration's zone. */
export function laterPresets(now: Date, zone: string): LaterPreset[] {
  const today = wallTimeOf(now, zone).date
  const tomorrow = addDays(today, 1)
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7)
  const offered = [
    { id: "tomorrow", name: words.later.tomorrow, at: { date: tomorrow, time: "09:00" } },
    { id: "afternoon", name: words.later.afternoon, at: { date: today, time: "16:00" } },
    { id: "monday", name: words.later.monday, at: { date: monday, time: "09:00" } },
  ]
  return offered
    .filter(({ id, at }) => momentOf(at, zone) > now && !(id === "monday" && monday === tomorrow))
    .map(preset => ({ ...preset, day: dayOf(preset.at.date) }))
}

/** `Tue 24 Nov` */
export function dayOf(date: string): string {
  return shortDay.format(new Date(`${date}T12:00:00Z`)).replace(",", "")
}

const shortDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
})

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Sunday is 0. */
function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay()
}

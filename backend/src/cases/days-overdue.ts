const formats = new Map<string, Intl.DateTimeFormat>()

/** Days since a due date as the calendar of the administration's IANA zone counts them; negative: days until then. */
export function daysOverdue(dueDate: string, timeZone: string, now: Date): number {
  return dayNumber(todayIn(timeZone, now)) - dayNumber(dueDate)
}

/** The calendar date of a moment in an IANA zone: `2026-11-23`. */
export function todayIn(timeZone: string, now: Date): string {
  let format = formats.get(timeZone)
  if (!format) {
    // "en-CA" writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
    formats.set(timeZone, format)
  }
  return format.format(now)
}

/** Days since 1970, counted on the calendar: the hours that summer time adds or takes do not reach it. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** Times and dates as staff read them: English, 24 hours, in this computer's zone unless another is given. */

function format(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", { ...options, ...(zone ? { timeZone: zone } : {}) })
}

/** `09:14` */
export function clock(moment: string | Date, zone?: string): string {
  return format({ hour: "2-digit", minute: "2-digit" }, zone).format(new Date(moment))
}

/** `12 Nov`, and the year where it is not this one: `12 Nov 2025`. */
export function dayAndMonth(moment: string | Date, zone?: string): string {
  const date = new Date(moment)
  const thisYear =
    format({ year: "numeric" }, zone).format(new Date()) === format({ year: "numeric" }, zone).format(date)
  return shorten(
    format({ day: "numeric", month: "short", ...(thisYear ? {} : { year: "numeric" }) }, zone).format(date),
  )
}

/** `14:35` today, else `12 Nov, 09:14`. */
export function shortMoment(moment: string | Date, zone?: string): string {
  if (isSameDay(moment, new Date(), zone)) return clock(moment, zone)
  return `${dayAndMonth(moment, zone)}, ${clock(moment, zone)}`
}

export function isSameDay(one: string | Date, other: string | Date, zone?: string): boolean {
  const day = format({ year: "numeric", month: "numeric", day: "numeric" }, zone)
  return day.format(new Date(one)) === day.format(new Date(other))
}

/** `just now`, `2 minutes ago`, `3 hours ago`, `yesterday`, then the day. */
export function ago(moment: string | Date, now = new Date()): string {
  const seconds = (now.getTime() - new Date(moment).getTime()) / 1000
  const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" })
  if (seconds < 60) return "just now"
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), "minute")
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), "hour")
  if (seconds < 7 * 86_400) return relative.format(-Math.floor(seconds / 86_400), "day")
  return dayAndMonth(moment)
}

/** British English writes "Sept"; the rest of the surfaces use three letters. */
function shorten(text: string): string {
  return text.replace("Sept", "Sep")
}

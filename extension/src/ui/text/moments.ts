/** Moments in words, in the zone of this computer: `14:35` today, `20 Nov, 16:20` this year, else `20 Nov 2025, 16:20`. */
export function momentInWords(moment: string, now = new Date()): string {
  const at = new Date(moment)
  return isSameDay(at, now) ? clockTime(moment) : `${dayInWords(moment, now)}, ${clockTime(moment)}`
}

/** Beside another moment: `10:31` on the same day, else with its day. */
export function momentBeside(moment: string, other: string, now = new Date()): string {
  return isSameDay(new Date(moment), new Date(other)) ? clockTime(moment) : momentInWords(moment, now)
}

/** `08:30` */
export function clockTime(moment: string): string {
  return clock.format(new Date(moment))
}

/** `20 Nov`, with the year where it is another. */
export function dayInWords(moment: string, now = new Date()): string {
  const at = new Date(moment)
  // British English alone writes four letters for one month.
  return (at.getFullYear() === now.getFullYear() ? day : dayOfYear).format(at).replace("Sept", "Sep")
}

/** The name of a group of rows: Today, Yesterday, the weekday within a week, else the date. */
export function dayName(moment: string, now = new Date()): string {
  const days = Math.round((startOfDay(now) - startOfDay(new Date(moment))) / 86_400_000)
  if (days <= 0) return "Today"
  if (days === 1) return "Yesterday"
  if (days < 7) return weekday.format(new Date(moment))
  return dayInWords(moment, now)
}

/** How long ago, roughly: `just now`, `1 minute ago`, `11 days ago`. */
export function agoInWords(moment: string, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(moment).getTime()) / 60_000)
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${count(minutes, "minute")} ago`
  const days = Math.round((startOfDay(now) - startOfDay(new Date(moment))) / 86_400_000)
  if (days < 1) return `${count(Math.floor(minutes / 60), "hour")} ago`
  return days < 60 ? `${count(days, "day")} ago` : `${count(Math.floor(days / 30), "month")} ago`
}

/** `1 day`, `37 days` */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" })
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" })
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" })
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" })

function isSameDay(one: Date, other: Date): boolean {
  return startOfDay(one) === startOfDay(other)
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
}

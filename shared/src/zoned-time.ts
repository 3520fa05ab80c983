/** A day and a time as a clock on the wall of a zone shows them: `2026-11-24`, `09:00`. */
export type WallTime = { date: string; time: string }

/**
 * The moment at which a zone's wall clock shows a time. A time that is skipped in spring becomes the one an hour later; of a
 * time that comes twice in autumn, the first.
 */
export function momentOf({ date, time }: WallTime, zone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const before = new Date(asUtc - offsetAt(new Date(asUtc - day), zone))
  const after = new Date(asUtc - offsetAt(new Date(asUtc + day), zone))
  const shown = [before, after].filter(moment => {
    const wall = wallTimeOf(moment, zone)
    return wall.date === date && wall.time === time
  })
  return shown.sort((one, other) => one.getTime() - other.getTime())[0] ?? before
}

const day = 86_400_000

/** What the wall clock of a zone shows at a moment. */
export function wallTimeOf(moment: Date, zone: string): WallTime {
  const [date = "", time = ""] = new Date(moment.getTime() + offsetAt(moment, zone)).toISOString().split("T")
  return { date, time: time.slice(0, 5) }
}

/** `UTC+1`, `UTC+5:30` */
export function offsetInWords(moment: Date, zone: string): string {
  const minutes = Math.round(offsetAt(moment, zone) / 60_000)
  const rest = Math.abs(minutes) % 60
  const hours = Math.floor(Math.abs(minutes) / 60)
  return `UTC${minutes < 0 ? "-" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`
}

/** `Amsterdam` of `Europe/Amsterdam`. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ")
}

/** Whether this is the name of an IANA time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}

/** Milliseconds the zone is ahead of UTC. */
function offsetAt(moment: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment)
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value ?? 0)
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"))
  return wall - Math.floor(moment.getTime() / 1000) * 1000
}

import { Refusal } from "./refusal.ts"

const day = 24 * 60 * 60 * 1000
const units: Record<string, number> = { sec: 1000, min: 60_000, hour: 3_600_000, day }

/**
 * Reads ISO 8601, and of natural language only "in 5 min" and its like; at most 30 days ahead
 * (resend.com/docs/dashboard/emails/schedule-email). A time that has passed means now.
 */
export function readScheduledAt(value: unknown, now: Date): string | null {
  if (value === undefined || value === null) return null
  const time = typeof value === "string" ? readTime(value, now) : Number.NaN
  if (Number.isNaN(time)) {
    throw new Refusal("validation_error", "Invalid `scheduled_at` field. Use ISO 8601, or a delay such as `in 1 min`.")
  }
  if (time > now.getTime() + 30 * day) {
    throw new Refusal("validation_error", "The `scheduled_at` field can be at most 30 days ahead.")
  }
  return time <= now.getTime() ? null : new Date(time).toISOString()
}

function readTime(value: string, now: Date): number {
  const delay = /^in (\d{1,4}) (sec|min|hour|day)(?:ond|ute)?s?$/.exec(value.trim().toLowerCase())
  if (delay) return now.getTime() + Number(delay[1]) * (units[delay[2] ?? ""] ?? Number.NaN)
  return /^\d{4}-\d\d-\d\d[T ]/.test(value) ? Date.parse(value) : Number.NaN
}

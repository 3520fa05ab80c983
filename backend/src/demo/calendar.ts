import { momentOf } from "@casepost/shared/zoned-time"

const dayLength = 86_400_000

/** The demo's days count from the day it is loaded: what is 37 days overdue then reads as it does in the pictures. */
export type Calendar = {
  /** A date so many days from today, as `2026-10-17`. */
  date: (days: number) => string
  /** That day at a time of the clock in Amsterdam, never later than a minute ago. */
  at: (days: number, clock: string) => Date
  /** That day at a time of the clock in Amsterdam, to come or not. */
  coming: (days: number, clock: string) => Date
  isWeekend: (days: number) => boolean
}

export function calendarOf(now: Date): Calendar {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(now)
  const midnight = Date.parse(`${today}T00:00:00Z`)
  const day = (days: number) => new Date(midnight + days * dayLength)
  const date = (days: number) => day(days).toISOString().slice(0, 10)
  const coming = (days: number, time: string) => momentOf({ date: date(days), time }, "Europe/Amsterdam")
  return {
    date,
    coming,
    at: (days, clock) => {
      const moment = coming(days, clock)
      // Before that time of day, what the pictures show as today happened a few minutes ago, in the same order.
      if (moment < now) return moment
      const minutesOfDay = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
      return new Date(now.getTime() - (24 * 60 - minutesOfDay) * 1_000)
    },
    isWeekend: days => [0, 6].includes(day(days).getUTCDay()),
  }
}

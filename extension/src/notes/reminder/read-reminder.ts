import type { DraftReminder } from "@casepost/shared/drafts"
import type { ReminderInput } from "@casepost/shared/notes"
import { isTimeZone, momentOf, wallTimeOf } from "@casepost/shared/zoned-time"
import { words } from "../words"

export type ReminderField = "date" | "time" | "timeZone" | "recipients"
export type ReadReminder =
  | { input: ReminderInput; moment: Date; wrong?: undefined }
  | { wrong: { field: ReminderField; why: string }; moment: Date | undefined; input?: undefined }

/** A new reminder: tomorrow at nine in a zone, to oneself. */
export function newReminder(now: Date, timeZone: string, userId: string): DraftReminder {
  const tomorrow = wallTimeOf(new Date(now.getTime() + 86_400_000), timeZone)
  return { date: tomorrow.date, time: "09:00", timeZone, recipients: [{ kind: "colleague", userId }] }
}

/** A reminder as typed: what can be sent, or the first thing that is not right. */
export function readReminder(typed: DraftReminder, now: Date): ReadReminder {
  const { date, time, timeZone, recipients } = typed
  const wrong = (field: ReminderField, why: string, moment?: Date): ReadReminder => ({ wrong: { field, why }, moment })
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    return wrong("date", words.reminder.dateMissing)
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return wrong("time", words.reminder.timeMissing)
  if (!isTimeZone(timeZone)) return wrong("timeZone", words.reminder.zoneMissing)
  const moment = momentOf({ date, time }, timeZone)
  if (moment <= now) return wrong("date", words.reminder.past, moment)
  if (recipients.length === 0) return wrong("recipients", words.reminder.nobody, moment)
  return { input: { date, time, timeZone, recipients }, moment }
}

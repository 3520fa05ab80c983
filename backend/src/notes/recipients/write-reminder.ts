import type { NoteEntry, ReminderInput } from "@casepost/shared/notes"
import { mostReminderYears } from "@casepost/shared/notes"
import { Problem } from "@casepost/shared/problems"
import { momentOf } from "@casepost/shared/zoned-time"
import { and, eq } from "drizzle-orm"
import { type Context, doerOf } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { reminders } from "../tables.ts"
import type { NotePerson } from "./resolve-note-recipients.ts"

const year = 366 * 24 * 60 * 60 * 1000

/** The moment of a reminder. @throws Problem invalid (`reminder.time`) when it has passed or is more than five years ahead */
export function reminderMoment(context: Context, reminder: ReminderInput): Date {
  const at = momentOf(reminder, reminder.timeZone)
  const ahead = at.getTime() - context.now().getTime()
  const refusal =
    ahead <= 0
      ? "This moment has passed. Choose a later one."
      : ahead > mostReminderYears * year
        ? `A reminder can be set at most ${mostReminderYears} years ahead.`
        : undefined
  if (refusal) throw new Problem("invalid", refusal, { fields: [{ path: "reminder.time", detail: refusal }] })
  return at
}

/** Sets a note's reminder in place of the one that waits; one that was sent stays. Without people it is only taken away. */
export async function writeReminder(
  context: Context,
  tx: Transaction,
  reminder: { noteId: string; at?: Date; timeZone?: string; people: readonly NotePerson[] },
): Promise<void> {
  const { noteId, at, timeZone, people } = reminder
  const { organisationId } = context
  const by = doerOf(context.actor)
  await tx.delete(reminders).where(and(eq(reminders.noteId, noteId), eq(reminders.state, "scheduled")))
  if (!at || !timeZone || people.length === 0) return
  await tx.insert(reminders).values(
    people.map(({ suppressed: _, ...person }, position) => ({
      organisationId,
      noteId,
      at,
      timeZone,
      ...person,
      position,
      setByUserId: by.userId,
      setByName: by.name,
      stateAt: context.now(),
    })),
  )
}

/** What the audit log keeps of a reminder. */
export function auditedReminder(reminder: NoteEntry["reminder"]): Record<string, unknown> | null {
  return reminder && { at: reminder.at, timeZone: reminder.timeZone, to: reminder.recipients.map(one => one.address) }
}

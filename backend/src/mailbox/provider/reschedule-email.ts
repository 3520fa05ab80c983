import { foreseeEvents } from "../events/foresee-events.ts"
import type { Mailbox } from "../mailbox.ts"
import { readScheduledAt } from "./read-scheduled-at.ts"
import { Refusal } from "./refusal.ts"
import { findEmail } from "./show-email.ts"

/**
 * Gives a scheduled mail another time, or cancels it when there is none. What has left can do neither.
 * Throws Refusal `not_found`, `invalid_parameter`, `validation_error`.
 */
export function rescheduleEmail(mailbox: Mailbox, { id, scheduledAt }: { id: string; scheduledAt: unknown }) {
  const mail = findEmail(mailbox, id)
  const now = mailbox.now()
  if (mail.canceledAt || !mail.scheduledAt || Date.parse(mail.scheduledAt) <= now.getTime()) {
    throw new Refusal("validation_error", "Only an email that is still scheduled can be changed or canceled.")
  }
  const happened = mail.events.filter(event => Date.parse(event.at) <= now.getTime())
  if (scheduledAt === null) {
    mailbox.store.reschedule(id, { scheduledAt: mail.scheduledAt, canceledAt: now.toISOString(), events: happened })
    return { object: "email", id }
  }
  if (scheduledAt === undefined) throw new Refusal("missing_required_field", "Missing `scheduled_at` field.")
  const later = readScheduledAt(scheduledAt, now)
  const foreseen = foreseeEvents({ ...mail, scheduledAt: later ?? now.toISOString() }, mailbox.pause)
  const coming = foreseen.filter(event => event.type !== "scheduled")
  const events = [...happened, ...coming]
  mailbox.store.reschedule(id, { scheduledAt: later ?? now.toISOString(), canceledAt: null, events })
  mailbox.webhooks.send(mail, coming)
  return { object: "email", id }
}

import { lastEvent, type Mail, messageId } from "../mail.ts"
import type { Mailbox } from "../mailbox.ts"
import { Refusal } from "./refusal.ts"

/** `GET /emails/:id`. Throws Refusal `not_found`, or `invalid_parameter` for what cannot be an id. */
export function showEmail(mailbox: Mailbox, id: string) {
  const mail = findEmail(mailbox, id)
  const { html, text, tags } = mail
  return { object: "email", ...emailSummary(mail, mailbox.now()), html, text, tags }
}

/** The mail with this id, or the refusal Resend gives. */
export function findEmail(mailbox: Mailbox, id: string): Mail {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new Refusal("invalid_parameter", "The `id` must be a valid UUID.")
  }
  const mail = mailbox.store.find(id)
  if (!mail) throw new Refusal("not_found", "Email not found")
  return mail
}

/** What a list shows of a mail. Resend writes these times as Postgres does: a space, and `+00` for UTC. */
export function emailSummary(mail: Mail, now: Date) {
  return {
    id: mail.id,
    message_id: messageId(mail),
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    reply_to: mail.replyTo,
    subject: mail.subject,
    created_at: databaseTime(mail.time),
    scheduled_at: mail.scheduledAt === null ? null : databaseTime(mail.scheduledAt),
    last_event: lastEvent(mail, now),
  }
}

function databaseTime(iso: string): string {
  return iso.replace("T", " ").replace("Z", "+00")
}

import { eventsUntil, lastEvent, type Mail, visibleHeaders } from "../mail.ts"

/** A mail as `/mailbox/api/mails` gives it. `headers` are all the recipient's program would show. */
export function apiMail(mail: Mail, now: Date) {
  return {
    id: mail.id,
    time: mail.time,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    replyTo: mail.replyTo,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: visibleHeaders(mail),
    tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
    attachments: mail.attachments.map((attachment, index) => ({
      filename: attachment.filename,
      contentType: attachment.contentType,
      size: attachment.size,
      url: `/mailbox/mails/${mail.id}/attachments/${index}`,
    })),
    idempotencyKey: mail.idempotencyKey,
    scheduledAt: mail.scheduledAt,
    lastEvent: lastEvent(mail, now),
    events: eventsUntil(mail, now),
  }
}

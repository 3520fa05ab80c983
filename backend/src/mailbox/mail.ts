/** The kinds of event the mailbox reports, named as Resend names them (webhooks/event-types) without their `email.`. */
export const eventTypes = [
  "scheduled",
  "sent",
  "delivered",
  "delivery_delayed",
  "bounced",
  "complained",
  "suppressed",
  "failed",
  "opened",
  "clicked",
] as const

export type EventType = (typeof eventTypes)[number]

/** One try to tell the backend; `status` is null when nobody answered. */
export interface Attempt {
  at: string
  status: number | null
}

/** Something that happens to a mail at `at`, which may still lie ahead; `to` are the addresses it happens to. */
export interface MailEvent {
  id: string
  type: EventType
  at: string
  to: string[]
  attempts: Attempt[]
}

/** `path` is set, and the content absent, when the sender named an address to fetch: the mailbox fetches nothing. */
export interface MailAttachment {
  filename: string
  contentType: string
  contentId: string | null
  size: number
  path: string | null
}

/** One accepted e-mail, as its sender gave it. Times are ISO 8601 UTC. */
export interface Mail {
  id: string
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  replyTo: string[]
  subject: string
  html: string | null
  text: string | null
  headers: Record<string, string>
  tags: { name: string; value: string }[]
  attachments: MailAttachment[]
  idempotencyKey: string | null
  time: string
  scheduledAt: string | null
  canceledAt: string | null
  events: MailEvent[]
}

/** The events that have happened by `now`, oldest first. */
export function eventsUntil(mail: Mail, now: Date): MailEvent[] {
  return mail.events
    .filter(event => Date.parse(event.at) <= now.getTime())
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

/** Resend's `last_event`. */
export function lastEvent(mail: Mail, now: Date): EventType | "queued" | "canceled" {
  if (mail.canceledAt) return "canceled"
  return eventsUntil(mail, now).at(-1)?.type ?? "queued"
}

/** The Message-ID the receiving side sees: the sender's own, else one made from the mail's id. */
export function messageId(mail: Mail): string {
  const own = Object.entries(mail.headers).find(([name]) => name.toLowerCase() === "message-id")
  return own ? own[1] : `<${mail.id}@mailbox.localhost>`
}

/** Every header the recipient's program would show. Bcc is not one of them. */
export function visibleHeaders(mail: Mail): Record<string, string> {
  const shown: Record<string, string> = { From: mail.from, To: mail.to.join(", ") }
  if (mail.cc.length > 0) shown.Cc = mail.cc.join(", ")
  if (mail.replyTo.length > 0) shown["Reply-To"] = mail.replyTo.join(", ")
  shown.Subject = mail.subject
  shown.Date = new Date(mail.scheduledAt ?? mail.time).toUTCString().replace("GMT", "+0000")
  shown["Message-ID"] = messageId(mail)
  shown["MIME-Version"] = "1.0"
  shown["Content-Type"] = contentType(mail)
  for (const [name, value] of Object.entries(mail.headers)) {
    if (name.toLowerCase() !== "message-id") shown[name] = value
  }
  return shown
}

/** The bare address in `Name <address>`. */
export function bareAddress(written: string): string {
  return (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim()
}

function contentType(mail: Mail): string {
  if (mail.attachments.length > 0) return "multipart/mixed"
  if (mail.html !== null && mail.text !== null) return "multipart/alternative"
  return mail.html === null ? "text/plain; charset=utf-8" : "text/html; charset=utf-8"
}

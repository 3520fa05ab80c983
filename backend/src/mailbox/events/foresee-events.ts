/** What will happen to a mail by itself, decided by its recipients' addresses when it is accepted. */

import { randomUUID } from "node:crypto"
import { bareAddress, type EventType, type Mail, type MailEvent } from "../mail.ts"

/** Resend's test addresses (dashboard/emails/send-test-emails), and two domains of our own for made-up customers. */
const fates: [RegExp, EventType[]][] = [
  [/^bounced(\+.*)?@resend\.dev$/, ["sent", "bounced"]],
  [/^complained(\+.*)?@resend\.dev$/, ["sent", "delivered", "complained"]],
  [/^suppressed@resend\.dev$/, ["suppressed"]],
  [/@bounce\.example$/, ["sent", "bounced"]],
  [/@delay\.example$/, ["sent", "delivery_delayed"]],
  [/./, ["sent", "delivered"]],
]

/** The events of a mail that leaves at `mail.scheduledAt`, else at once; each follows the one before by `pause` ms. */
export function foreseeEvents(mail: Omit<Mail, "events">, pause: number): MailEvent[] {
  const leaves = Date.parse(mail.scheduledAt ?? mail.time)
  const everyone = [...mail.to, ...mail.cc, ...mail.bcc]
  const events = mail.scheduledAt ? [newEvent("scheduled", new Date(mail.time), everyone)] : []
  for (const [index, [, fate]] of fates.entries()) {
    const sharing = everyone.filter(recipient => fateOf(recipient) === index)
    if (sharing.length === 0) continue
    events.push(...fate.map((type, step) => newEvent(type, new Date(leaves + step * pause), sharing)))
  }
  return events
}

/** One event; its id is what the receiver knows it by, however often it is told. */
export function newEvent(type: EventType, at: Date, to: string[]): MailEvent {
  return { id: `msg_${randomUUID().replaceAll("-", "")}`, type, at: at.toISOString(), to, attempts: [] }
}

function fateOf(recipient: string): number {
  const bare = bareAddress(recipient).toLowerCase()
  return fates.findIndex(([pattern]) => pattern.test(bare))
}

import { bareAddress, type Mail } from "../mail.ts"
import type { Mailbox } from "../mailbox.ts"

/** Mails, newest first, in whose addresses or subject every word occurs; `to` asks for one exact recipient. */
export function findMails(mailbox: Mailbox, { words, to }: { words: string; to?: string }): Mail[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const recipient = to?.toLowerCase()
  return mailbox.store.list().filter(mail => {
    const everyone = [...mail.to, ...mail.cc, ...mail.bcc]
    if (recipient && !everyone.some(written => bareAddress(written).toLowerCase() === recipient)) return false
    if (wanted.length === 0) return true
    const text = `${mail.from} ${everyone.join(" ")} ${mail.subject}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}

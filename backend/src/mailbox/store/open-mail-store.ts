/**
 * The mailbox's own small store: everything is in memory and every change is one appended line, so taking in a mail
 * costs the same whether there are ten of them or ten thousand.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Attempt, Mail, MailEvent } from "../mail.ts"
import { type LogLine, openMailLog, type RememberedAnswer } from "./mail-log.ts"

/** Resend forgets idempotency keys after a day. */
const keyLifetime = 24 * 60 * 60 * 1000

/** An accepted mail with the bytes of its attachments, in the order of `mail.attachments`. */
export interface IncomingMail {
  mail: Mail
  contents: (Buffer | null)[]
}

export type MailStore = ReturnType<typeof openMailStore>

interface StoreOptions {
  directory: string
  /** Older mails go when there are more than this. */
  keep: number
  /** Whether someone is still to be told of an event of this mail. */
  isOwed: (mail: Mail) => boolean
  now: () => Date
}

/** Opens, or makes, the store in `directory`. One process at a time. */
export function openMailStore({ directory, keep, isOwed, now }: StoreOptions) {
  const mails = new Map<string, Mail>()
  /** Dropped for their age, but their events must still be told: shown no more, and without their text. */
  const leaving = new Map<string, Mail>()
  const answers = new Map<string, RememberedAnswer>()
  const folder = join(directory, "attachments")
  let lines = 0
  let version = 0

  const log = openMailLog(directory, line => apply(line))
  dropFoldersWithoutMail()

  function record(line: LogLine) {
    log.append(line)
    apply(line)
    if (lines > 10 * keep) rewrite()
  }

  function apply(line: LogLine) {
    lines += 1
    version += 1
    switch (line.kind) {
      case "accepted":
        for (const mail of line.mails) mails.set(mail.id, mail)
        if (line.remembered) answers.set(line.remembered.scope, line.remembered)
        dropOldest()
        return
      case "event":
        mails.get(line.mailId)?.events.push(line.event)
        return
      case "attempt": {
        findEvent(line.mailId, line.eventId)?.attempts.push(line.attempt)
        const left = leaving.get(line.mailId)
        if (left && !isOwed(left)) leaving.delete(line.mailId)
        return
      }
      case "rescheduled": {
        const mail = mails.get(line.mailId)
        if (mail) Object.assign(mail, { ...pick(line), events: line.events })
        return
      }
      case "emptied":
        mails.clear()
        leaving.clear()
        rmSync(folder, { recursive: true, force: true })
        return
    }
  }

  function dropOldest() {
    for (const [id, mail] of mails) {
      if (mails.size <= keep) return
      mails.delete(id)
      if (isOwed(mail)) leaving.set(id, { ...mail, html: null, text: null, attachments: [] })
      if (mail.attachments.length > 0) rmSync(join(folder, id), { recursive: true, force: true })
    }
  }

  function rewrite() {
    for (const [scope, remembered] of answers) if (isOver(remembered)) answers.delete(scope)
    const kept: LogLine[] = [...leaving.values(), ...mails.values()].map(mail => ({ kind: "accepted", mails: [mail] }))
    kept.push(...[...answers.values()].map((remembered): LogLine => ({ kind: "accepted", mails: [], remembered })))
    log.rewrite(kept)
    lines = kept.length
  }

  function dropFoldersWithoutMail() {
    for (const id of existsSync(folder) ? readdirSync(folder) : []) {
      if (!mails.has(id)) rmSync(join(folder, id), { recursive: true, force: true })
    }
  }

  function findOwed(mailId: string): Mail | undefined {
    return mails.get(mailId) ?? leaving.get(mailId)
  }

  function findEvent(mailId: string, eventId: string): MailEvent | undefined {
    return findOwed(mailId)?.events.find(event => event.id === eventId)
  }

  function isOver(remembered: RememberedAnswer) {
    return now().getTime() - Date.parse(remembered.at) >= keyLifetime
  }

  return {
    /** Takes in the mails of one request, and the answer to its key, together or not at all. */
    accept(incoming: IncomingMail[], remembered?: RememberedAnswer) {
      for (const { mail, contents } of incoming) writeContents(join(folder, mail.id), contents)
      record({ kind: "accepted", mails: incoming.map(({ mail }) => mail), remembered })
    },
    /** Adds something that happens to a mail. */
    addEvent(mailId: string, event: MailEvent) {
      if (mails.has(mailId)) record({ kind: "event", mailId, event })
    },
    /** Notes what the backend answered when told of an event. */
    addAttempt(mailId: string, eventId: string, attempt: Attempt) {
      if (findEvent(mailId, eventId)) record({ kind: "attempt", mailId, eventId, attempt })
    },
    /** Gives a scheduled mail another time, or none, with the events that follow from it. */
    reschedule(mailId: string, change: Pick<Mail, "scheduledAt" | "canceledAt" | "events">) {
      if (mails.has(mailId)) record({ kind: "rescheduled", mailId, ...change })
    },
    find(id: string) {
      return mails.get(id)
    },
    findEvent,
    findOwed,
    /** Every mail with something to tell, oldest first. */
    listOwed(): Mail[] {
      return [...leaving.values(), ...mails.values()].filter(isOwed)
    },
    /** Newest first. */
    list(): Mail[] {
      return [...mails.values()].reverse()
    },
    get count() {
      return mails.size
    },
    /** Grows with every change. */
    get version() {
      return version
    },
    findAnswer(scope: string): RememberedAnswer | undefined {
      const remembered = answers.get(scope)
      return remembered && !isOver(remembered) ? remembered : undefined
    },
    readContent(mail: Mail, index: number): Buffer | undefined {
      const attachment = mail.attachments[index]
      if (!attachment || attachment.path !== null) return undefined
      return readFileSync(join(folder, mail.id, String(index)))
    },
    /** Forgets all mails, but no idempotency key: a replay after it must still send nothing. */
    empty() {
      record({ kind: "emptied" })
      rewrite()
    },
    close() {
      log.close()
    },
  }
}

function pick({ scheduledAt, canceledAt }: Pick<Mail, "scheduledAt" | "canceledAt">) {
  return { scheduledAt, canceledAt }
}

function writeContents(folder: string, contents: (Buffer | null)[]) {
  if (contents.length === 0) return
  mkdirSync(folder, { recursive: true })
  contents.forEach((content, index) => {
    if (content) writeFileSync(join(folder, String(index)), content)
  })
}

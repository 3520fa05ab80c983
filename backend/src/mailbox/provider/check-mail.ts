/** Reads one e-mail out of a request body, as strictly as Resend documents it (api-reference/emails/send-email). */

import type { Mail, MailAttachment } from "../mail.ts"
import { readAttachments } from "./read-attachments.ts"
import { readScheduledAt } from "./read-scheduled-at.ts"
import { Refusal } from "./refusal.ts"

/** What the sender said; ids, time and events come with acceptance. */
export type CheckedMail = Omit<Mail, "id" | "time" | "idempotencyKey" | "events" | "canceledAt"> & {
  attachments: MailAttachment[]
  contents: (Buffer | null)[]
}

const mostRecipients = 50

/** Throws a Refusal that names the field. */
export function checkMail(body: unknown, now: Date): CheckedMail {
  if (!isRecord(body)) throw new Refusal("validation_error", "The email must be an object.")
  if (body.template !== undefined) {
    throw new Refusal("validation_error", "The development mailbox has no templates: send `html` or `text`.")
  }
  const [from] = readAddresses(body, "from")
  const to = readAddresses(body, "to")
  if (!from) throw missing("from")
  if (to.length === 0) throw missing("to")
  if (to.length > mostRecipients) {
    throw new Refusal("validation_error", `The \`to\` field can have at most ${mostRecipients} email addresses.`)
  }
  const html = readText(body, "html")
  const text = readText(body, "text")
  if (html === null && text === null) throw missing("html` or `text")
  return {
    from,
    to,
    cc: readAddresses(body, "cc"),
    bcc: readAddresses(body, "bcc"),
    replyTo: readAddresses(body, "reply_to"),
    subject: readSubject(body),
    html,
    text,
    headers: readHeaders(body.headers),
    tags: readTags(body.tags),
    scheduledAt: readScheduledAt(body.scheduled_at, now),
    ...readAttachments(body.attachments),
  }
}

function readAddresses(body: Record<string, unknown>, field: string): string[] {
  const value = body[field]
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) && field !== "from" ? value : [value]
  for (const written of list) {
    if (typeof written !== "string" || !isAddress(written)) {
      throw new Refusal(
        "validation_error",
        `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
      )
    }
  }
  return list as string[]
}

const address =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const named = /^(?:"(?:[^"\\]|\\.)*"|[^<>"]*)\s*<([^<>]+)>$/

function isAddress(written: string): boolean {
  if (hasControlCharacter(written)) return false
  const bare = named.exec(written.trim())?.[1] ?? written.trim()
  const [local = ""] = bare.split("@")
  return bare.length <= 254 && address.test(bare) && !/^\.|\.\.|\.$/.test(local)
}

function readSubject(body: Record<string, unknown>): string {
  const subject = readText(body, "subject")
  if (subject === null || subject === "") throw missing("subject")
  if (hasControlCharacter(subject)) {
    throw new Refusal("validation_error", "The `\\n` is not allowed in the `subject` field.")
  }
  return subject
}

function readText(body: Record<string, unknown>, field: string): string | null {
  const value = body[field]
  if (value === undefined || value === null) return null
  if (typeof value !== "string") throw new Refusal("validation_error", `The \`${field}\` field must be a \`string\`.`)
  return value
}

/** Names are tokens of RFC 5322 (printable, no colon); a line break in a value would start a header of its own. */
function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw new Refusal("validation_error", "The `headers` field must be an object.")
  for (const [name, content] of Object.entries(value)) {
    if (!/^[!-9;-~]+$/.test(name) || typeof content !== "string" || hasControlCharacter(content)) {
      throw new Refusal("validation_error", "Invalid `headers` field. Names and values must be single lines of text.")
    }
  }
  return value as Record<string, string>
}

function readTags(value: unknown): Mail["tags"] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Refusal("validation_error", "The `tags` field must be an array.")
  return value.map(tag => {
    if (!isRecord(tag) || !isTagText(tag.name) || !isTagText(tag.value)) {
      throw new Refusal(
        "validation_error",
        "Tags should only contain ASCII letters, numbers, underscores, or dashes, and be at most 256 characters long.",
      )
    }
    return { name: tag.name, value: tag.value }
  })
}

function isTagText(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,256}$/.test(value)
}

function missing(field: string) {
  return new Refusal("missing_required_field", `Missing \`${field}\` field.`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Tabs may fold a long subject; everything else below a space, and DEL, has no business in a header. */
function hasControlCharacter(value: string): boolean {
  return [...value].some(character => (character < " " && character !== "\t") || character === "\x7f")
}

/** Takes in the body of one sending request: one mail, or a batch of them, once for each idempotency key. */

import { createHash, randomUUID } from "node:crypto"
import { foreseeEvents } from "../events/foresee-events.ts"
import type { Mailbox } from "../mailbox.ts"
import type { IncomingMail } from "../store/open-mail-store.ts"
import { type CheckedMail, checkMail } from "./check-mail.ts"
import { Refusal } from "./refusal.ts"

const mostInBatch = 100

export interface SendingRequest {
  endpoint: "/emails" | "/emails/batch"
  /** The bytes as they came: a replay must be equal to them. */
  body: string
  idempotencyKey: string | null
  /** Only for a batch: leave out the mails that are not valid instead of refusing all. */
  permissive: boolean
}

/**
 * Answers as the SDK expects: `{ id }`, or `{ data: [{ id }], errors? }`. Throws Refusal: what is wrong with the mail,
 * or `invalid_idempotent_request` when the key came with another body within a day.
 */
export function acceptRequest(mailbox: Mailbox, request: SendingRequest): unknown {
  const scope = request.idempotencyKey === null ? null : `POST ${request.endpoint} ${request.idempotencyKey}`
  const bodyHash = createHash("sha256").update(request.body).digest("hex")
  const earlier = scope === null ? undefined : mailbox.store.findAnswer(scope)
  if (earlier && earlier.bodyHash === bodyHash) return earlier.answer
  if (earlier) {
    throw new Refusal(
      "invalid_idempotent_request",
      "This idempotency key has been used on a request that had a different payload within the last 24 hours.",
    )
  }
  const { accepted, answer } =
    request.endpoint === "/emails" ? acceptOne(mailbox, request) : acceptBatch(mailbox, request)
  const at = mailbox.now().toISOString()
  mailbox.store.accept(accepted, scope === null ? undefined : { scope, bodyHash, answer, at })
  for (const { mail } of accepted) mailbox.webhooks.send(mail, mail.events)
  return answer
}

function acceptOne(mailbox: Mailbox, request: SendingRequest) {
  const incoming = toMail(mailbox, { checked: checkMail(readJson(request.body), mailbox.now()), request })
  return { accepted: [incoming], answer: { id: incoming.mail.id } }
}

function acceptBatch(mailbox: Mailbox, request: SendingRequest) {
  const bodies = readJson(request.body)
  if (!Array.isArray(bodies) || bodies.length === 0) {
    throw new Refusal("validation_error", "The request body must be an array of 1 to 100 emails.")
  }
  if (bodies.length > mostInBatch) {
    throw new Refusal("validation_error", `A batch can have at most ${mostInBatch} emails.`)
  }
  const accepted: IncomingMail[] = []
  const errors: { index: number; message: string }[] = []
  bodies.forEach((body, index) => {
    try {
      accepted.push(toMail(mailbox, { checked: checkBatchMail(body, mailbox.now()), request }))
    } catch (problem) {
      if (!(problem instanceof Refusal) || !request.permissive) throw problem
      errors.push({ index, message: problem.message })
    }
  })
  const data = accepted.map(({ mail }) => ({ id: mail.id }))
  return { accepted, answer: request.permissive ? { data, errors } : { data } }
}

function checkBatchMail(body: unknown, now: Date): CheckedMail {
  const checked = checkMail(body, now)
  if (checked.attachments.length > 0) {
    throw new Refusal("validation_error", "The `attachments` field is not supported in batch requests.")
  }
  return checked
}

function toMail(
  mailbox: Mailbox,
  { checked, request }: { checked: CheckedMail; request: SendingRequest },
): IncomingMail {
  const { contents, ...said } = checked
  const { idempotencyKey } = request
  const mail = { ...said, id: randomUUID(), time: mailbox.now().toISOString(), idempotencyKey, canceledAt: null }
  return { mail: { ...mail, events: foreseeEvents(mail, mailbox.pause) }, contents }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal("invalid_json", "The request body is not valid JSON.")
  }
}

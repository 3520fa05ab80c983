import type { Mailbox } from "../mailbox.ts"
import { Refusal } from "./refusal.ts"
import { emailSummary, findEmail } from "./show-email.ts"

/** `GET /emails`: newest first; `after` an id go older mails, `before` it newer ones (api-reference/pagination). */
export function listEmails(mailbox: Mailbox, query: { limit?: string; after?: string; before?: string }) {
  const { after, before } = query
  const limit = Number(query.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new Refusal("validation_error", "The `limit` must be a number between 1 and 100.")
  }
  if (after && before) throw new Refusal("validation_error", "Use either `after` or `before`, not both.")
  const all = mailbox.store.list()
  const cursor = after ?? before
  const position = cursor === undefined ? -1 : all.indexOf(findEmail(mailbox, cursor))
  const candidates = before === undefined ? all.slice(position + 1) : all.slice(0, position)
  const page = before === undefined ? candidates.slice(0, limit) : candidates.slice(-limit)
  return {
    object: "list",
    has_more: candidates.length > page.length,
    data: page.map(mail => emailSummary(mail, mailbox.now())),
  }
}

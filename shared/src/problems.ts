/**
 * Every refusal the API explains, once. The code is stable and ends the problem's `type`
 * (`https://casepost.dev/problems/<code>`); the title never changes, the detail speaks about this one time (RFC 9457).
 */
export const problems = {
  invalid: { status: 422, title: "Some fields are not right" },
  malformed: { status: 400, title: "The request cannot be read" },
  unauthenticated: { status: 401, title: "Sign in to go on" },
  "not-allowed": { status: 403, title: "You have no right to do this" },
  "wrong-csrf-token": { status: 403, title: "The page is too old to send from" },
  "not-found": { status: 404, title: "Not found" },
  "idempotency-mismatch": { status: 409, title: "The same key came with another request" },
  "in-progress": { status: 409, title: "The same request is still being worked on" },
  "stale-draft": { status: 409, title: "The draft was changed somewhere else" },
  "stale-tool": { status: 409, title: "The tool was changed somewhere else" },
  "draft-consumed": { status: 409, title: "The draft was already sent" },
  "undo-too-late": { status: 409, title: "The message has already left" },
  "not-left-yet": { status: 409, title: "The message has not left yet" },
  "do-not-message": { status: 409, title: "This customer must not be messaged" },
  "relation-as-to": { status: 409, title: "This address belongs to a relation or colleague" },
  "customer-address": { status: 409, title: "This address belongs to a customer" },
  "relation-unavailable": { status: 409, title: "This relation is not available here" },
  "address-suppressed": { status: 409, title: "The provider no longer delivers to this address" },
  "already-exists": { status: 409, title: "This exists already" },
  "in-use": { status: 409, title: "This is still in use" },
  "import-closes-many": { status: 409, title: "This import would close many invoices" },
  "import-stale": { status: 409, title: "The data changed since this import was checked" },
  "link-expired": { status: 410, title: "This link no longer works" },
  "too-large": { status: 413, title: "This is too large" },
  "attachment-refused": { status: 415, title: "This file cannot be attached" },
  "unsupported-media-type": { status: 415, title: "This content type is not understood" },
  "placeholder-unknown": { status: 422, title: "This placeholder does not exist" },
  "placeholder-missing": { status: 422, title: "A value for a placeholder is missing" },
  "wrong-code": { status: 403, title: "These details do not belong together" },
  "too-many": { status: 429, title: "Too many requests" },
  bug: { status: 500, title: "Something went wrong on our side" },
  "sending-off": { status: 503, title: "This server cannot send e-mail" },
  unavailable: { status: 503, title: "Casepost is briefly unavailable" },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** A field that is not right: where (`to.0.address`), and in words what to do about it. */
export type ProblemField = { path: string; detail: string }

/** What a refused request gets as `application/problem+json` (RFC 9457). */
export type ProblemBody = {
  type: string
  code: ProblemCode
  title: string
  status: number
  detail: string
  fields?: ProblemField[]
  requestId?: string
}

/** Where a problem's `type` points. */
export function problemType(code: ProblemCode): string {
  return `https://casepost.dev/problems/${code}`
}

/** A refusal that the API explains. Domain code throws it; `http/problem-response` is the only translator. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly fields: ProblemField[] | undefined
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, detail?: string, more: { fields?: ProblemField[]; retryAfter?: number } = {}) {
    super(detail ?? problems[code].title)
    this.name = "Problem"
    this.code = code
    this.fields = more.fields
    this.retryAfter = more.retryAfter
  }
}

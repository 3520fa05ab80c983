/** Resend's refusals with the status it gives them (resend.com/docs/api-reference/errors). */
const statuses = {
  validation_error: 422,
  invalid_json: 400,
  invalid_idempotency_key: 400,
  missing_api_key: 401,
  invalid_api_key: 403,
  not_found: 404,
  method_not_allowed: 405,
  concurrent_idempotent_requests: 409,
  invalid_idempotent_request: 409,
  invalid_attachment: 422,
  invalid_parameter: 422,
  missing_required_field: 422,
  rate_limit_exceeded: 429,
  daily_quota_exceeded: 429,
  monthly_quota_exceeded: 429,
  application_error: 500,
  service_unavailable: 503,
} as const

type RefusalName = keyof typeof statuses

/** An answer that is not a success, in the three fields Resend uses and no other. */
export class Refusal extends Error {
  readonly code: RefusalName

  constructor(code: RefusalName, message: string) {
    super(message)
    this.code = code
  }

  get status() {
    return statuses[this.code]
  }

  /** Resend has no name of its own for unreadable JSON: it is a validation_error with status 400. */
  get body() {
    const name = this.code === "invalid_json" ? "validation_error" : this.code
    return { statusCode: this.status, message: this.message, name }
  }
}

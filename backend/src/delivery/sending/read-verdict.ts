import type { ProviderAnswer } from "../provider/call-provider.ts"

/** What an answer means for the request. `certain`: the provider did not take it in, so its first try does not count. */
export type Verdict =
  | { kind: "accepted"; data: unknown }
  /** Not accepted, and it never will be as it is. */
  | { kind: "refused"; message: string }
  | { kind: "later"; certain: boolean; wait: number; message: string; account?: { reason: string; until: Date } }
  /** The key was used for another body: what became of this one only the provider can say. */
  | { kind: "unclear"; message: string }

const minute = 60_000
/** Refusals that concern the account and not the mail (resend.com/docs/api-reference/errors). */
const accountRefusals = new Set([
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "suspended_api_key",
  "invalid_permission",
  "invalid_access",
  "security_error",
])

/** Reads what the provider answered to a request that was tried `tries` times. */
export function readVerdict(answer: ProviderAnswer, { tries, now }: { tries: number; now: Date }): Verdict {
  const { status, name, message } = answer
  if (status === 200) return { kind: "accepted", data: answer.data }
  const inAWhile: Verdict = { kind: "later", certain: false, wait: backOff(tries), message: message || "No answer." }
  if (status === null || status >= 500 || status === 408 || status === 425) return inAWhile
  if (status === 409)
    return name === "invalid_idempotent_request"
      ? { kind: "unclear", message }
      : { ...inAWhile, wait: 1_000 * Math.min(tries, 10) }
  if (status === 429) return readLimit(answer, now)
  if (status === 401 || status === 404 || status === 405 || accountRefusals.has(name))
    return pause(answer, now, { for: minute, reason: `The e-mail provider refuses this account: ${message}` })
  if (status >= 400) return { kind: "refused", message }
  return inAWhile
}

function readLimit(answer: ProviderAnswer, now: Date): Verdict {
  if (answer.name === "daily_quota_exceeded") {
    const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)
    return pause(answer, now, {
      for: midnight - now.getTime() + 1_000,
      reason: "The e-mail provider's daily quota is used up. Sending goes on at 00:00 UTC.",
    })
  }
  if (answer.name === "monthly_quota_exceeded")
    return pause(answer, now, {
      for: 60 * minute,
      reason: "The e-mail provider's monthly quota is used up. Raise it there; it is tried again every hour.",
    })
  const stated = Number.parseFloat(answer.headers?.["retry-after"] ?? answer.headers?.["ratelimit-reset"] ?? "")
  const wait = Number.isFinite(stated) ? Math.min(Math.max(stated, 0), 3_600) * 1_000 : 1_000
  return { kind: "later", certain: true, wait: Math.max(wait, 100), message: answer.message }
}

function pause(answer: ProviderAnswer, now: Date, how: { for: number; reason: string }): Verdict {
  const account = { reason: how.reason, until: new Date(now.getTime() + how.for) }
  return { kind: "later", certain: true, wait: how.for, message: answer.message, account }
}

/** Half a second, doubling, at most a minute, never the same for everybody. */
function backOff(tries: number): number {
  return Math.min(minute, 500 * 2 ** Math.min(tries - 1, 10)) * (0.75 + Math.random() / 2)
}

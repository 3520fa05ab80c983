/** What one request may know about the limit; `reset` is whole seconds until the window ends. */
export interface RateLimitState {
  allowed: boolean
  limit: number
  remaining: number
  reset: number
}

/**
 * Counts requests in windows of one second, for the whole account at once, as Resend does
 * (resend.com/docs/api-reference/rate-limit). A refused request does not count.
 */
export function limitRate(perSecond: number, now: () => Date): () => RateLimitState {
  let windowStart = 0
  let used = 0

  return () => {
    const time = now().getTime()
    if (time - windowStart >= 1000 || time < windowStart) {
      windowStart = time
      used = 0
    }
    const allowed = used < perSecond
    if (allowed) used += 1
    const reset = Math.max(1, Math.ceil((windowStart + 1000 - time) / 1000))
    return { allowed, limit: perSecond, remaining: perSecond - used, reset }
  }
}

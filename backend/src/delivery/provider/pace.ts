/** How fast an account may be asked. Obeyed from what the provider's answers say; nothing about it is known beforehand. */
export type Pace = ReturnType<typeof keepPace>

/** A window's requests are spread over a little more than the window, because they do not arrive as evenly as they leave. */
const stretch = 1.04

/**
 * Lets requests pass so that no window holds more of them than the answers' `ratelimit-limit` allows (IETF draft
 * ratelimit-headers-06, resend.com/docs/api-reference/rate-limit). Until the first answer one request a second leaves, so that a
 * line that answers nothing does not hold up everything.
 */
export function keepPace(clock: () => number = () => performance.now()) {
  let limit: number | undefined
  let windowMs = 1000
  let blockedUntil = 0
  let underWay = 0
  const fired: number[] = []

  return {
    /** Milliseconds until the next request may leave. */
    wait(): number {
      const last = fired.at(-1) ?? Number.NEGATIVE_INFINITY
      if (limit === undefined)
        return Math.max(0, (underWay > 0 ? last + windowMs : 0) - clock(), blockedUntil - clock())
      const full = fired.length < limit ? Number.NEGATIVE_INFINITY : (fired.at(-limit) ?? 0) + windowMs * stretch
      // Half the even distance: room to catch up after a hiccup, without a burst that a slow line bunches together.
      return Math.max(0, last + windowMs / limit / 2 - clock(), full - clock(), blockedUntil - clock())
    },
    /** A request leaves now. */
    fire() {
      underWay += 1
      fired.push(clock())
      if (fired.length > 2 * Math.max(limit ?? 0, 100)) fired.splice(0, fired.length - Math.max(limit ?? 0, 100))
    },
    /** An answer came, or none will (`headers` null). */
    hear(headers: Record<string, string> | null) {
      underWay -= 1
      const told = readLimit(headers)
      if (!told) return
      limit = told.limit
      windowMs = told.windowMs
      if (told.remaining > 0) return
      // Nothing left though we alone did not use it up: somebody else sends by this account too.
      const ours = fired.filter(at => at > clock() - windowMs).length
      if (ours < limit - 1) blockedUntil = Math.max(blockedUntil, clock() + told.resetMs)
    },
    /** Nothing leaves for so long. */
    block(milliseconds: number) {
      blockedUntil = Math.max(blockedUntil, clock() + milliseconds)
    },
    /** Requests that may be under way at once: enough that a slow line does not slow the rate. */
    mostUnderWay(): number {
      return Math.min(64, Math.max(16, 2 * (limit ?? 0)))
    },
  }
}

type Told = { limit: number; windowMs: number; remaining: number; resetMs: number }

function readLimit(headers: Record<string, string> | null): Told | undefined {
  const stated = headers?.["ratelimit-limit"]
  const limit = Number.parseInt(stated ?? "", 10)
  if (!headers || !(limit >= 1)) return undefined
  const window = /[;,\s]w=(\d+)/.exec(`${stated} ${headers["ratelimit-policy"] ?? ""}`)?.[1]
  const remaining = Number.parseInt(headers["ratelimit-remaining"] ?? "", 10)
  const reset = Number.parseFloat(headers["ratelimit-reset"] ?? "")
  return {
    limit,
    windowMs: Math.max(1, Number(window ?? 1)) * 1000,
    remaining: Number.isNaN(remaining) ? 1 : remaining,
    resetMs: Number.isNaN(reset) ? 1000 : Math.min(reset, 3600) * 1000,
  }
}

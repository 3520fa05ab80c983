import type { MiddlewareHandler } from "hono"

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What every answer carries, unless the route said something stricter or its page needs more. */
export function secureAnswers(publicUrl: string): MiddlewareHandler {
  const isHttps = publicUrl.startsWith("https:")
  return async (request, next) => {
    await next()
    const { headers } = request.res
    const setWhereMissing = (name: string, value: string) => {
      if (!headers.has(name)) request.header(name, value)
    }
    setWhereMissing("x-content-type-options", "nosniff")
    setWhereMissing("referrer-policy", "no-referrer")
    setWhereMissing("content-security-policy", nothing)
    setWhereMissing("x-frame-options", "DENY")
    setWhereMissing("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()")
    setWhereMissing("cross-origin-opener-policy", "same-origin")
    if (isHttps) setWhereMissing("strict-transport-security", "max-age=31536000")
  }
}

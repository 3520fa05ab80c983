import { Problem } from "@casepost/shared/problems"
import type { MiddlewareHandler } from "hono"

const names = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Serves only requests that name this computer: a web page cannot reach what is local by a name of its own (DNS rebinding). */
export const loopbackOnly: MiddlewareHandler = async (request, next) => {
  const host = request.req.header("host") ?? new URL(request.req.url).host
  if (!names.test(host)) throw new Problem("not-found", "There is nothing at this address.")
  await next()
}

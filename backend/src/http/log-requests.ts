import type { MiddlewareHandler } from "hono"
import type { House } from "../context.ts"
import type { Env } from "./add-deed.ts"

const quiet = new Set(["/healthz", "/readyz"])

/**
 * Gives every request an id, sends it along as `X-Request-Id`, and writes one line about it: never a query, a header, a body or a token
 * that stands in a path.
 */
export function logRequests(log: House["log"]): MiddlewareHandler<Env> {
  return async (request, next) => {
    const requestId = crypto.randomUUID()
    request.set("requestId", requestId)
    const began = performance.now()
    await next()
    request.header("x-request-id", requestId)
    if (quiet.has(request.req.path)) return
    log({
      level: request.res.status >= 500 ? "error" : "info",
      what: "request",
      requestId,
      method: request.req.method,
      path: pathForLog(request.req.path),
      status: request.res.status,
      milliseconds: Math.round(performance.now() - began),
    })
  }
}

/** A path as it may be written down: what opens something is replaced by `:token`. */
export function pathForLog(path: string): string {
  return path
    .replace(/^\/(join|portal\/m|portal\/links?|api\/auth\/reset-password)\/[^/]+/, "/$1/:token")
    .split("/")
    .map(segment => (/^[^.]+\.[\w-]{30,}$/.test(segment) ? ":token" : segment))
    .join("/")
}

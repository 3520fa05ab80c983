/** Resend's API as its SDK uses it (resend.com/docs/api-reference/emails); mounted at `/mailbox/resend`. */

import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import type { Mailbox } from "../mailbox.ts"
import { acceptRequest, type SendingRequest } from "./accept-request.ts"
import { limitRate } from "./limit-rate.ts"
import { listEmails } from "./list-emails.ts"
import { meetFault } from "./meet-fault.ts"
import { Refusal } from "./refusal.ts"
import { rescheduleEmail } from "./reschedule-email.ts"
import { showEmail } from "./show-email.ts"

/** Attachments of 40 MB and a generous body beside them. */
const mostBytes = 48 * 1024 * 1024

export function providerRoutes(mailbox: Mailbox): Hono {
  const routes = new Hono()
  const takeTurn = limitRate(mailbox.ratePerSecond, mailbox.now)
  const inProgress = new Set<string>()

  routes.onError((problem, c) => {
    if (!(problem instanceof Refusal)) throw problem
    return c.json(problem.body, problem.status)
  })

  routes.use(async (c, next) => {
    requireKey(mailbox, c.req.header("authorization"))
    const turn = takeTurn()
    c.header("ratelimit-limit", String(turn.limit))
    c.header("ratelimit-remaining", String(turn.remaining))
    c.header("ratelimit-reset", String(turn.reset))
    if (!turn.allowed) {
      c.header("retry-after", String(turn.reset))
      throw new Refusal("rate_limit_exceeded", `Too many requests. The limit is ${turn.limit} requests per second.`)
    }
    await next()
  })

  const withinLimit = bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw new Refusal("validation_error", "The email is larger than 40MB.")
    },
  })

  for (const endpoint of ["/emails", "/emails/batch"] as const) {
    routes.post(endpoint, withinLimit, async c => {
      const idempotencyKey = readIdempotencyKey(c)
      const scope = `${endpoint} ${idempotencyKey}`
      if (idempotencyKey !== null && inProgress.has(scope)) {
        throw new Refusal(
          "concurrent_idempotent_requests",
          "There is another request in progress with the same idempotency key.",
        )
      }
      inProgress.add(scope)
      try {
        const permissive = c.req.header("x-batch-validation") === "permissive"
        const request: SendingRequest = { endpoint, body: await c.req.text(), idempotencyKey, permissive }
        return await meetFault(mailbox, { c, accept: () => c.json(acceptRequest(mailbox, request) as object) })
      } finally {
        inProgress.delete(scope)
      }
    })
  }

  routes.get("/emails", c => c.json(listEmails(mailbox, c.req.query())))
  routes.get("/emails/:id", c => c.json(showEmail(mailbox, c.req.param("id"))))
  routes.patch("/emails/:id", async c => {
    const body = (await c.req.json().catch(() => ({}))) as { scheduled_at?: unknown }
    return c.json(rescheduleEmail(mailbox, { id: c.req.param("id"), scheduledAt: body.scheduled_at }))
  })
  routes.post("/emails/:id/cancel", c => c.json(rescheduleEmail(mailbox, { id: c.req.param("id"), scheduledAt: null })))

  routes.on(["PUT", "PATCH", "DELETE"], ["/emails", "/emails/batch"], () => {
    throw new Refusal("method_not_allowed", "Method is not allowed for the requested path.")
  })
  routes.all("*", () => {
    throw new Refusal("not_found", "The requested endpoint does not exist.")
  })
  return routes
}

function requireKey(mailbox: Mailbox, header: string | undefined) {
  const key = /^Bearer\s+(\S+)\s*$/i.exec(header ?? "")?.[1]
  if (key === undefined) throw new Refusal("missing_api_key", "Missing API key in the authorization header.")
  if (key !== mailbox.apiKey) throw new Refusal("invalid_api_key", "API key is invalid.")
}

function readIdempotencyKey(c: Context): string | null {
  const key = c.req.header("idempotency-key")
  if (key === undefined) return null
  if (key.length < 1 || key.length > 256) {
    throw new Refusal(
      "invalid_idempotency_key",
      "Idempotency keys, if present, must have between 1 and 256 characters.",
    )
  }
  return key
}

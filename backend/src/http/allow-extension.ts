import { organisationHeader, secondFactorHeader, tokenHeader } from "@casepost/shared/request-headers"
import type { MiddlewareHandler } from "hono"
import { cors } from "hono/cors"

/** CORS for the extension's own pages and nobody else; never with cookies. */
export function allowExtension(origins: string[]): MiddlewareHandler {
  return cors({
    origin: origins,
    allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: ["authorization", "content-type", "idempotency-key", organisationHeader, secondFactorHeader],
    exposeHeaders: [tokenHeader, secondFactorHeader, "retry-after", "x-request-id", "content-disposition"],
    maxAge: 600,
  })
}

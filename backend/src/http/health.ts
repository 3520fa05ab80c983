import type { OpenAPIHono } from "@hono/zod-openapi"
import type { House } from "../context.ts"
import type { Env } from "./add-deed.ts"

/** What a part of the process says about itself; a reason where it is not well. */
export type Health = { well: boolean; reason?: string }

/** `/healthz`: the process lives. `/readyz`: it can do its work; 503 with reasons when it cannot. */
export function healthRoutes(
  app: OpenAPIHono<Env>,
  house: House,
  parts: { dispatcher?: (() => Health) | undefined },
): void {
  const { version } = house.config
  app.get("/healthz", request => request.json({ status: "ok", name: "Casepost", version }))
  app.get("/readyz", async request => {
    const checks = {
      database: await house.database.ping().then(
        (): Health => ({ well: true }),
        (): Health => ({ well: false, reason: "The database does not answer." }),
      ),
      dispatcher: parts.dispatcher?.() ?? { well: true, reason: "Not run by this process." },
    }
    const isReady = Object.values(checks).every(check => check.well)
    request.header("cache-control", "no-store")
    return request.json(
      { status: isReady ? "ready" : "not-ready", name: "Casepost", version, checks },
      isReady ? 200 : 503,
    )
  })
}

import type { OpenAPIHono } from "@hono/zod-openapi"
import type { House } from "../context.ts"
import type { Env } from "./add-deed.ts"

/** What a part of the process says of itself, with the reason where it is not doing its work. */
export type Health = { state: string; reason?: string | undefined }

/**
 * `/healthz`: the process lives. `/readyz`: it can answer; 503 while the database does not. A dispatcher that pauses, because the
 * provider does, is said but takes nothing away: portal and API go on, and what is sent waits.
 */
export function healthRoutes(
  app: OpenAPIHono<Env>,
  house: House,
  parts: { dispatcher?: (() => Health) | undefined },
): void {
  const { version } = house.config
  app.get("/healthz", request => request.json({ status: "ok", name: "Casepost", version }))
  app.get("/readyz", async request => {
    const database = await house.database.ping().then(
      (): Health => ({ state: "answering" }),
      (): Health => ({ state: "gone", reason: "The database does not answer." }),
    )
    const dispatcher = parts.dispatcher?.() ?? { state: "off", reason: "This process does not send." }
    const isReady = database.state === "answering"
    const status = !isReady ? "not-ready" : dispatcher.state === "paused" ? "paused" : "ready"
    request.header("cache-control", "no-store")
    return request.json({ status, name: "Casepost", version, database, dispatcher }, isReady ? 200 : 503)
  })
}

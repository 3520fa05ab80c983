import { deeds as bulkDeeds } from "@casepost/shared/bulk-messages"
import { deeds } from "@casepost/shared/messages"
import { Problem } from "@casepost/shared/problems"
import { Hono } from "hono"
import type { House } from "../context.ts"
import { type Api, addDeed } from "../http/add-deed.ts"
import { problemResponse } from "../http/problem-response.ts"
import { previewMessage } from "./email/preview-message.ts"
import { testBulkMessage } from "./email/test-bulk-message.ts"
import { readWebhook } from "./read-webhook.ts"

const mostBytes = 1_000_000

export function deliveryRoutes(api: Api): void {
  addDeed(api, deeds.previewMessage, (context, { body }) => previewMessage(context, body))
  addDeed(api, bulkDeeds.testBulkMessage, (context, { params, body }) =>
    testBulkMessage(context, { ...params, ...body }),
  )
}

/** `POST /webhooks/resend`. Whoever is not the provider learns nothing but 401; when the database is away, 503: the provider tries again. */
export function webhookRoutes(house: House): Hono {
  const routes = new Hono()
  routes.onError(error => problemResponse(error, { requestId: crypto.randomUUID(), log: house.log }))
  routes.post("/webhooks/resend", async c => {
    const body = await c.req.text()
    if (body.length > mostBytes) throw new Problem("too-large", "An event is at most 1 MB.")
    const header = (name: string) => c.req.header(`svix-${name}`) ?? c.req.header(`webhook-${name}`) ?? ""
    await readWebhook(house, {
      body,
      id: header("id"),
      timestamp: header("timestamp"),
      signature: header("signature"),
    })
    return c.json({ received: true })
  })
  return routes
}

import { createApiKey } from "@casepost/backend/access/keys/create-api-key"
import { createApp } from "@casepost/backend/app"
import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import { deeds } from "@casepost/shared/bulk-messages"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask } from "../../support/ask.ts"
import { bulkContent, makeInvoices } from "../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"

describe("start-bulk-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse({ resend: { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined } })
  })

  async function asSystem(count = 2) {
    const world = await makeWorld(house)
    const { ids } = await makeInvoices(house, world, count)
    const { key } = await createApiKey(world.admin, { name: "ERP", administrations: [world.administrationId] })
    const app = createApp(house)
    const start = (headers: Record<string, string>, body: object) =>
      ask(app, deeds.startBulkMessage, { authorization: `Bearer ${key}`, headers, body } as never)
    return { world, ids, start }
  }
  const body = (ids: string[], content = bulkContent()) => ({ selection: { by: "ids", kind: "invoice", ids }, content })

  describe("does", () => {
    it("accepts in one request, as other systems do", async () => {
      const { ids, start } = await asSystem()
      const answer = await start({}, body(ids))
      expect(answer.status).toBe(202)
      expect(answer.body).toMatchObject({ state: "held", total: 2, byName: "ERP" })
    })
  })

  describe("refuses", () => {
    it("a text that cannot be sent, and keeps nothing", async () => {
      const { world, ids, start } = await asSystem()
      const answer = await start({}, body(ids, bulkContent({ texts: [] })))
      expect(answer.status).toBe(422)
      expect(
        await house.database.owner
          .select()
          .from(bulkMessages)
          .where(eq(bulkMessages.organisationId, world.organisationId)),
      ).toEqual([])
    })
  })

  describe("protects", () => {
    it("from a second bulk message for the same request; another body under the key is refused", async () => {
      const { world, ids, start } = await asSystem()
      const headers = { "idempotency-key": "run-4711" }
      const first = await start(headers, body(ids))
      const again = await start(headers, body(ids))
      expect(again.body).toEqual(first.body)
      expect((await start(headers, body(ids.slice(1)))).status).toBe(409)
      expect(
        await house.database.owner
          .select()
          .from(bulkMessages)
          .where(eq(bulkMessages.organisationId, world.organisationId)),
      ).toHaveLength(1)
    })
  })
})

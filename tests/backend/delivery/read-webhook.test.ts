import { newId } from "@casepost/backend/columns"
import { webhookRoutes } from "@casepost/backend/delivery/routes"
import { deliveryEvents, mails } from "@casepost/backend/delivery/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { Webhook } from "standardwebhooks"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  house.config.resend = { apiKey: "re_test", baseUrl: undefined, webhookSecret: secret }
})

async function post(body: string, changes: { id?: string; at?: Date; key?: string; signed?: string } = {}) {
  const { id = `msg_${newId()}`, at = new Date(), key = secret, signed = body } = changes
  const response = await webhookRoutes(house).request("/webhooks/resend", {
    method: "POST",
    body,
    headers: {
      "svix-id": id,
      "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
      "svix-signature": new Webhook(key).sign(id, at, signed),
    },
  })
  return response.status
}
const delivered = (mailId: string, tags: unknown = { mail_id: mailId }) =>
  JSON.stringify({
    type: "email.delivered",
    created_at: "2026-11-23T12:00:00.000Z",
    data: { email_id: newId(), to: ["info@jansen.example"], tags },
  })

async function sentMail() {
  const world = await makeWorld(house)
  const of = await makeCase(house, world)
  const [made] = await makeMessages(house, world, { of, to: [{ address: "info@jansen.example", state: "queued" }] })
  const recipientId = made?.recipientIds[0] ?? ""
  const mailId = newId()
  const { organisationId } = world
  await house.database.owner
    .insert(mails)
    .values({ id: mailId, organisationId, kind: "message", recipientId, address: "info@jansen.example" })
  const state = async () =>
    (await house.database.owner.select().from(recipients).where(eq(recipients.id, recipientId)))[0]?.state
  return { mailId, state }
}

describe("read webhook", () => {
  describe("does", () => {
    it("takes in a bounce whose mail server wrote what no database keeps", async () => {
      const { mailId, state } = await sentMail()
      const bounce = { type: "Permanent", message: "550\0 \ud800no such user" }
      const body = JSON.stringify({ type: "email.bounced", data: { tags: { mail_id: mailId }, bounce } })
      expect(await post(body)).toBe(200)
      expect(await state()).toBe("bounced")
    })
    it("takes in what the provider signed, with tags as a record or as a list", async () => {
      for (const tags of [(id: string) => ({ mail_id: id }), (id: string) => [{ name: "mail_id", value: id }]]) {
        const { mailId, state } = await sentMail()
        expect(await post(delivered(mailId, tags(mailId)))).toBe(200)
        expect(await state()).toBe("delivered")
      }
    })
    it("answers 200 to an event that is not about a mail of ours, or of a kind it does not know", async () => {
      expect(await post(delivered(newId()))).toBe(200)
      expect(await post(JSON.stringify({ type: "domain.created", data: { id: "x" } }))).toBe(200)
      expect(await post(JSON.stringify({ type: "email.delivered", data: { email_id: "x", tags: "?" } }))).toBe(200)
    })
  })

  describe("refuses", () => {
    it("a body that was changed, another secret's signature, and one older than five minutes", async () => {
      const { mailId, state } = await sentMail()
      const body = delivered(mailId)
      expect(await post(body, { signed: body.replace("delivered", "bounced") })).toBe(401)
      expect(await post(body, { key: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })).toBe(401)
      expect(await post(body, { at: new Date(Date.now() - 301_000) })).toBe(401)
      expect((await webhookRoutes(house).request("/webhooks/resend", { method: "POST", body })).status).toBe(401)
      expect(await state()).toBe("queued")
    })
    it("everything while no secret is set", async () => {
      const open = await openTestHouse()
      open.config.resend = { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined }
      const response = await webhookRoutes(open).request("/webhooks/resend", { method: "POST", body: "{}" })
      expect(response.status).toBe(401)
    })
    it("what is signed but no event", async () => {
      expect(await post("[1, 2]")).toBe(400)
      expect(await post("not json")).toBe(400)
    })
  })

  describe("protects", () => {
    it("stores an event once that is told again", async () => {
      const { mailId } = await sentMail()
      const id = `msg_${newId()}`
      const body = delivered(mailId)
      expect(await Promise.all([post(body, { id }), post(body, { id }), post(body, { id })])).toEqual([200, 200, 200])
      const stored = await house.database.owner.select().from(deliveryEvents).where(eq(deliveryEvents.eventId, id))
      expect(stored).toHaveLength(1)
    })
  })
})

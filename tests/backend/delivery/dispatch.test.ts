import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { deliveryBatches, mails } from "@casepost/backend/delivery/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"
import { doubleKey, type ProviderDouble, startProviderDouble } from "../../support/provider-double.ts"

type Options = Parameters<typeof startProviderDouble>[0]

async function openWithDouble(options: Options = {}) {
  const double = await startProviderDouble(options)
  const house = await openLonelyHouse()
  house.config.resend = { apiKey: doubleKey, baseUrl: double.url, webhookSecret: undefined }
  house.config.local = false
  const world = await makeWorld(house)
  onTestFinished(async () => {
    await house.database.close()
    double.close()
  })
  return { double, house, world, of: await makeCase(house, world) }
}

function dispatch(house: TestHouse) {
  const dispatcher = startDispatcher(house)
  onTestFinished(() => dispatcher.close())
  return dispatcher
}

const soon = { timeout: 60_000, interval: 50 }
const statesOf = async (house: TestHouse) => {
  const rows = await house.database.owner
    .select({ state: recipients.state, count: sql<number>`count(*)::int` })
    .from(recipients)
    .groupBy(recipients.state)
  return Object.fromEntries(rows.map(row => [row.state, row.count]))
}
const eachOnce = (double: ProviderDouble) => [...double.timesAccepted().values()].every(times => times.length === 1)

describe("dispatch", () => {
  describe("does", () => {
    it("sends each message once, a hundred to a request", async () => {
      const { double, house, world, of } = await openWithDouble()
      await makeMessages(house, world, { of, count: 250 })
      dispatch(house)
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 250 }), soon)
      expect(double.requests.map(request => request.path)).toEqual(Array(3).fill("/emails/batch"))
      expect(double.accepted).toHaveLength(250)
      expect(eachOnce(double)).toBe(true)
    })
    it("sends a message with a file alone, with the bytes of the file", async () => {
      const { double, house, world, of } = await openWithDouble()
      await makeMessages(house, world, { of, file: "%PDF-1.7 open" })
      dispatch(house)
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 1 }), soon)
      expect(double.requests[0]?.path).toBe("/emails")
      const [file] = double.accepted[0]?.attachments ?? []
      expect(Buffer.from(file?.content ?? "", "base64").toString()).toBe("%PDF-1.7 open")
      const [batch] = await house.database.owner.select().from(deliveryBatches)
      expect(batch?.body).toBe("")
    })
    it("keeps the limit that the answers state, and uses it", async () => {
      const { double, house, world, of } = await openWithDouble({ perSecond: 20, latency: 150 })
      await makeMessages(house, world, { of, count: 60, file: "%PDF-1.7" })
      dispatch(house)
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 60 }), soon)
      expect(double.overLimit).toBe(0)
      expect(double.requests).toHaveLength(60)
    })
    it("lets a single message pass somebody's bulk", async () => {
      const { double, house, world, of } = await openWithDouble({ perSecond: 5 })
      await makeMessages(house, world, { of, count: 40, file: "bulk", attempt: { priority: 10 } })
      dispatch(house)
      await vi.waitFor(() => expect(double.accepted.length).toBeGreaterThan(3), soon)
      const before = double.accepted.length
      const [single] = await makeMessages(house, world, { of, to: [{ address: "een@jansen.example" }] })
      await vi.waitFor(() => expect(double.accepted.some(mail => mail.to[0] === "een@jansen.example")).toBe(true), soon)
      expect(single).toBeDefined()
      const place = double.accepted.findIndex(mail => mail.to[0] === "een@jansen.example")
      expect(place - before).toBeLessThan(10)
    })
  })

  describe("refuses", () => {
    it("does not send without a provider, and says so", async () => {
      const house = await openLonelyHouse()
      house.config.resend = { apiKey: undefined, baseUrl: undefined, webhookSecret: undefined }
      expect(dispatch(house).health()).toMatchObject({ state: "off" })
      await house.database.close()
    })
    it("pauses the account when its key is refused, and fails no message", async () => {
      const { double, house, world, of } = await openWithDouble()
      double.meet("invalid-key")
      await makeMessages(house, world, { of, count: 3 })
      const dispatcher = dispatch(house)
      await vi.waitFor(() => expect(dispatcher.health()).toMatchObject({ well: false, state: "paused" }), soon)
      expect(await statesOf(house)).toEqual({ queued: 3 })
      house.setNow(new Date(Date.now() + 61_000))
      dispatcher.wake()
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 3 }), soon)
      expect(dispatcher.health()).toMatchObject({ well: true })
    })
    it("waits for 00:00 UTC when the daily quota is used up", async () => {
      const { double, house, world, of } = await openWithDouble()
      house.setNow(new Date("2026-11-23T22:00:00Z"))
      double.meet("daily-quota")
      await makeMessages(house, world, { of, count: 2 })
      const dispatcher = dispatch(house)
      await vi.waitFor(() => expect(dispatcher.health().reason).toContain("00:00 UTC"), soon)
      house.setNow(new Date("2026-11-23T23:59:00Z"))
      dispatcher.wake()
      await new Promise(resolve => setTimeout(resolve, 300))
      expect(double.requests).toHaveLength(1)
      house.setNow(new Date("2026-11-24T00:00:02Z"))
      dispatcher.wake()
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 2 }), soon)
    })
    it("says that the monthly quota is used up, and fails no message", async () => {
      const { double, house, world, of } = await openWithDouble()
      double.meet("monthly-quota")
      await makeMessages(house, world, { of })
      const dispatcher = dispatch(house)
      await vi.waitFor(() => expect(dispatcher.health().reason).toContain("monthly quota"), soon)
      expect(await statesOf(house)).toEqual({ queued: 1 })
    })
  })

  describe("protects", () => {
    it.each(["accept-then-drop", "500-after-accept", "503", "drop", "concurrent"] as const)(
      "sends once though the provider meets us with %s",
      async fault => {
        const { double, house, world, of } = await openWithDouble()
        double.meet(fault, fault)
        await makeMessages(house, world, { of, count: 120 })
        dispatch(house)
        await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 120 }), soon)
        expect(double.accepted).toHaveLength(120)
        expect(eachOnce(double)).toBe(true)
        const tries = Map.groupBy(double.requests, request => request.key)
        for (const [, same] of tries) expect(new Set(same.map(request => request.body)).size).toBe(1)
      },
    )
    it("slows down when the account's limit becomes smaller, and loses nothing to 429", async () => {
      const { double, house, world, of } = await openWithDouble({ perSecond: 30 })
      await makeMessages(house, world, { of, count: 30, file: "%PDF" })
      dispatch(house)
      await vi.waitFor(() => expect(double.accepted.length).toBeGreaterThan(4), soon)
      double.perSecond = 5
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 30 }), soon)
      expect(eachOnce(double)).toBe(true)
    })
    it("lets one bad address cost one recipient", async () => {
      const { double, house, world, of } = await openWithDouble()
      await makeMessages(house, world, { of, count: 20 })
      const [bad] = await makeMessages(house, world, { of, to: [{ address: "kok@refused.example" }] })
      dispatch(house)
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 20, failed: 1 }), soon)
      const [recipient] = await house.database.owner
        .select()
        .from(recipients)
        .where(eq(recipients.id, bad?.recipientIds[0] ?? ""))
      expect(recipient?.reason).toContain("Invalid `to` field")
      expect(double.accepted.filter(mail => mail.tag.kind === "customer")).toHaveLength(20)
      const ids = new Map(double.accepted.map(mail => [mail.tag.mail_id, mail.id]))
      for (const mail of await house.database.owner.select().from(mails).where(eq(mails.state, "accepted")))
        expect(mail.providerId).toBe(ids.get(mail.id))
    })
    it("has one dispatcher among replicas, and keeps the account's limit", async () => {
      const { double, house, world, of } = await openWithDouble({ perSecond: 20 })
      await makeMessages(house, world, { of, count: 40, file: "%PDF" })
      const replicas = [dispatch(house), dispatch(house)]
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 40 }), soon)
      expect(replicas.map(one => one.health().state).toSorted()).toEqual(["dispatching", "standing-by"])
      expect(double.overLimit).toBe(0)
      expect(eachOnce(double)).toBe(true)
    })
    it("goes on sending while one line answers nothing", async () => {
      const { double, house, world, of } = await openWithDouble()
      await makeMessages(house, world, { of, file: "first" })
      const dispatcher = dispatch(house)
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 1 }), soon)
      double.meet("stall")
      await makeMessages(house, world, { of, count: 10, file: "%PDF" })
      dispatcher.wake()
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 10, queued: 1 }), soon)
    })
    it("keeps every link and token out of database and logs", async () => {
      const { double, house, world, of } = await openWithDouble()
      double.meet("accept-then-drop")
      await makeMessages(house, world, { of, count: 3 })
      await makeMessages(house, world, { of, file: "%PDF" })
      dispatch(house)
      await vi.waitFor(async () => expect(await statesOf(house)).toEqual({ sent: 4 }), soon)
      const links = double.accepted.flatMap(
        mail => /\/portal\/m\/[0-9a-f-]{36}\.([\w-]+)/.exec(mail.text ?? "")?.[1] ?? [],
      )
      expect(links).toHaveLength(4)
      const everything = JSON.stringify(house.logged) + (await allText(house))
      for (const token of links) expect(everything).not.toContain(token)
    })
  })
})

async function allText(house: TestHouse): Promise<string> {
  const tables = await house.database.owner.execute<{ name: string }>(
    sql`select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  let text = ""
  for (const { name } of tables as unknown as { name: string }[])
    text += JSON.stringify(await house.database.owner.execute(sql.raw(`select t::text from ${name} t`)))
  return text
}

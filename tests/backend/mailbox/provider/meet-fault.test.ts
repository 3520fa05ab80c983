import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

const idempotencyKey = "one"

describe("does", () => {
  it.each([
    { mode: "drop-after-accept", seen: { statusCode: null }, kept: 1 },
    { mode: "drop-before-accept", seen: { statusCode: null }, kept: 0 },
    { mode: "error-after-accept", seen: { statusCode: 500, name: "application_error" }, kept: 1 },
    { mode: "unavailable", seen: { statusCode: 503, name: "service_unavailable" }, kept: 0 },
    { mode: "daily-quota", seen: { statusCode: 429, name: "daily_quota_exceeded" }, kept: 0 },
    { mode: "monthly-quota", seen: { statusCode: 429, name: "monthly_quota_exceeded" }, kept: 0 },
  ])("$mode once, and the next try with the same key gives one mail", async ({ mode, seen, kept }) => {
    const { resend, fault, mails } = await startMailbox()
    await fault({ mode })
    expect((await resend.emails.send(letter, { idempotencyKey })).error).toMatchObject(seen)
    expect(await mails()).toHaveLength(kept)
    const { data } = await resend.emails.send(letter, { idempotencyKey })
    expect((await mails()).map(({ id }) => id)).toEqual([data?.id])
  })

  it("tells how long to wait", async () => {
    const { resend, fault } = await startMailbox()
    await fault({ mode: "rate-limit", seconds: 7 })
    const { error, headers } = await resend.emails.send(letter)
    expect(error).toMatchObject({ name: "rate_limit_exceeded" })
    expect(headers?.["retry-after"]).toBe("7")
  })

  it("meets as many requests as asked for, batches too, then none", async () => {
    const { resend, fault } = await startMailbox()
    await fault({ mode: "unavailable", times: 2 })
    expect((await resend.emails.send(letter)).error?.statusCode).toBe(503)
    expect((await resend.batch.send([letter])).error?.statusCode).toBe(503)
    expect((await resend.emails.send(letter)).error).toBeNull()
  })
})

describe("refuses", () => {
  it("a fault it does not know", async () => {
    const { fault } = await startMailbox()
    expect((await fault({ mode: "earthquake" })).status).toBe(400)
  })
})

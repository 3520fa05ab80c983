import { limitRate } from "@casepost/backend/mailbox/provider/limit-rate"
import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

describe("does", () => {
  it("tells with every answer how much is left", async () => {
    const { resend } = await startMailbox({
      ratePerSecond: 10,
      now: () => new Date("2026-11-23T12:00:00Z"),
      webhookUrl: undefined,
    })
    const { headers } = await resend.emails.send(letter)
    expect(headers).toMatchObject({ "ratelimit-limit": "10", "ratelimit-remaining": "9", "ratelimit-reset": "1" })
  })

  it("starts anew with the next second", () => {
    let time = 1_000
    const take = limitRate(2, () => new Date(time))
    const four = [take(), take(), take(), take()]
    expect(four.map(({ allowed }) => allowed)).toEqual([true, true, false, false])
    time += 1000
    expect(take()).toMatchObject({ allowed: true, remaining: 1 })
  })
})

describe("refuses", () => {
  it("the eleventh request of a second, of all endpoints together, and says when to come back", async () => {
    const { resend, mails } = await startMailbox({
      now: () => new Date("2026-11-23T12:00:00Z"),
      ratePerSecond: undefined,
      webhookUrl: undefined,
    })
    for (let count = 0; count < 9; count += 1) await resend.emails.send(letter)
    await resend.emails.list()
    const { error, headers } = await resend.emails.send(letter)
    expect(error).toMatchObject({ name: "rate_limit_exceeded", statusCode: 429 })
    expect(headers).toMatchObject({ "retry-after": "1", "ratelimit-remaining": "0" })
    expect(await mails()).toHaveLength(9)
  })
})

import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

describe("does", () => {
  it.each([
    ["delivered@resend.dev", ["email.sent", "email.delivered"]],
    ["delivered+label@resend.dev", ["email.sent", "email.delivered"]],
    ["bounced@resend.dev", ["email.sent", "email.bounced"]],
    ["bounced+label@resend.dev", ["email.sent", "email.bounced"]],
    ["complained@resend.dev", ["email.sent", "email.delivered", "email.complained"]],
    ["suppressed@resend.dev", ["email.suppressed"]],
    ["Anyone <info@bounce.example>", ["email.sent", "email.bounced"]],
    ["info@delay.example", ["email.sent", "email.delivery_delayed"]],
    ["info@jansen.example", ["email.sent", "email.delivered"]],
  ])("%s: %j", async (to, types) => {
    const { resend, told, hear } = await startMailbox()
    await resend.emails.send({ ...letter, to })
    await hear(types.length)
    expect(told.map(({ type }) => type).toSorted()).toEqual(types.toSorted())
  })

  it("tells each recipient's own fate", async () => {
    const { resend, told, hear } = await startMailbox()
    await resend.emails.send({ ...letter, to: ["info@jansen.example", "info@bounce.example"] })
    await hear(4)
    expect(told.find(({ type }) => type === "email.delivered")?.data.to).toEqual(["info@jansen.example"])
    expect(told.find(({ type }) => type === "email.bounced")?.data.to).toEqual(["info@bounce.example"])
  })
})

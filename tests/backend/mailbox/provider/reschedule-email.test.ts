import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

const noon = Date.parse("2026-11-23T12:00:00Z")
const hours = (count: number) => new Date(noon + count * 3_600_000)

async function withClock() {
  const clock = { time: new Date(noon) }
  const mailbox = await startMailbox({ now: () => clock.time, webhookUrl: undefined })
  const lastEvent = async (id: string) => (await mailbox.resend.emails.get(id)).data?.last_event
  return { ...mailbox, clock, lastEvent }
}

describe("does", () => {
  it("holds a scheduled mail until its time", async () => {
    const { resend, clock, lastEvent } = await withClock()
    const { data } = await resend.emails.send({ ...letter, scheduledAt: hours(2).toISOString() })
    expect(await lastEvent(data?.id ?? "")).toBe("scheduled")
    clock.time = hours(3)
    expect(await lastEvent(data?.id ?? "")).toBe("delivered")
  })

  it("gives it another time", async () => {
    const { resend, clock, lastEvent } = await withClock()
    const { data } = await resend.emails.send({ ...letter, scheduledAt: "in 2 hours" })
    const id = data?.id ?? ""
    expect((await resend.emails.update({ id, scheduledAt: hours(5).toISOString() })).data).toEqual({
      object: "email",
      id,
    })
    clock.time = hours(3)
    expect(await lastEvent(id)).toBe("scheduled")
    clock.time = hours(6)
    expect(await lastEvent(id)).toBe("delivered")
  })

  it("cancels it for good", async () => {
    const { resend, clock, lastEvent, mails } = await withClock()
    const { data } = await resend.emails.send({ ...letter, scheduledAt: hours(2).toISOString() })
    const id = data?.id ?? ""
    expect((await resend.emails.cancel(id)).data).toEqual({ object: "email", id })
    clock.time = hours(3)
    expect(await lastEvent(id)).toBe("canceled")
    expect((await mails())[0]?.events.map(({ type }) => type)).toEqual(["scheduled"])
  })
})

describe("refuses", () => {
  it("to call back what has left", async () => {
    const { resend } = await withClock()
    const { data } = await resend.emails.send(letter)
    expect((await resend.emails.cancel(data?.id ?? "")).error).toMatchObject({ statusCode: 422 })
  })

  it("a time that is none, and one more than thirty days ahead", async () => {
    const { resend } = await withClock()
    for (const scheduledAt of ["when it suits", hours(31 * 24).toISOString()]) {
      expect((await resend.emails.send({ ...letter, scheduledAt })).error).toMatchObject({ name: "validation_error" })
    }
  })
})

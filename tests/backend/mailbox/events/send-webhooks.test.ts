import { describe, expect, it, vi } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

describe("does", () => {
  it("tells the backend, signed, that a mail was sent and delivered, in Resend's words", async () => {
    const { resend, told, hear } = await startMailbox()
    const tags = [{ name: "message_id", value: "m-1" }]
    const { data } = await resend.emails.send({ ...letter, tags })
    await hear(2)
    expect(told.map(({ type }) => type)).toEqual(["email.sent", "email.delivered"])
    expect(told[1]).toEqual({
      id: expect.stringMatching(/^msg_/),
      type: "email.delivered",
      created_at: expect.stringMatching(/Z$/),
      data: {
        created_at: expect.stringMatching(/Z$/),
        email_id: data?.id,
        message_id: expect.stringContaining(data?.id ?? ""),
        from: letter.from,
        to: [letter.to],
        subject: letter.subject,
        tags: { message_id: "m-1" },
      },
    })
  })

  it("tells of what is made to happen, with the reason of a bounce", async () => {
    const { resend, told, hear, happen } = await startMailbox()
    const { data } = await resend.emails.send(letter)
    await hear(2)
    for (const type of ["opened", "complained", "bounced"]) {
      await happen(data?.id ?? "", type)
      await hear(told.length + 1)
    }
    expect(told.slice(2).map(({ type }) => type)).toEqual(["email.opened", "email.complained", "email.bounced"])
    expect(told.at(-1)?.data.bounce).toMatchObject({
      type: "Permanent",
      subType: "General",
      message: expect.any(String),
    })
  })

  it("tries again, with the same id, until it is acknowledged, and notes what was answered", async () => {
    const { resend, told, hear, answerWebhooksWith, mails } = await startMailbox({ retries: [1, 1, 1] })
    const answers = [503, 500]
    answerWebhooksWith(() => answers.shift() ?? 200)
    await resend.emails.send({ ...letter, to: "suppressed@resend.dev" })
    await hear(1)
    expect(told).toHaveLength(1)
    await vi.waitFor(async () => {
      const [event] = (await mails())[0]?.events ?? []
      expect(event?.attempts.map(({ status }) => status)).toEqual([503, 500, 200])
    })
  })

  it("goes on after a restart with what nobody acknowledged", async () => {
    const { resend, hear, restart, answerWebhooksWith, mails, told } = await startMailbox({ retries: [60_000] })
    answerWebhooksWith(() => 500)
    await resend.emails.send({ ...letter, to: "suppressed@resend.dev" })
    await vi.waitFor(async () => expect((await mails())[0]?.events[0]?.attempts).toHaveLength(1))
    answerWebhooksWith(() => 200)
    restart({ retries: [1] })
    await hear(1)
    expect(told[0]?.type).toBe("email.suppressed")
  })
})

describe("protects", () => {
  it("gives up after the last try", async () => {
    const { resend, answerWebhooksWith, mails, page } = await startMailbox({ retries: [1, 1] })
    answerWebhooksWith(() => 500)
    await resend.emails.send({ ...letter, to: "suppressed@resend.dev" })
    await vi.waitFor(async () => expect(await page("?tab=events")).toContain("answered 500 at attempt 3, given up"))
    expect((await mails())[0]?.events[0]?.attempts).toHaveLength(3)
  })

  it("says nothing more about a mail that was deleted", async () => {
    const { resend, answerWebhooksWith, mails, url, told, hear } = await startMailbox({ retries: [100] })
    answerWebhooksWith(() => 500)
    await resend.emails.send({ ...letter, to: "suppressed@resend.dev" })
    await vi.waitFor(async () => expect((await mails())[0]?.events[0]?.attempts).toHaveLength(1))
    await fetch(`${url}/mailbox/api/mails`, { method: "DELETE" })
    answerWebhooksWith(() => 200)
    await resend.emails.send(letter)
    await hear(2)
    expect(told.map(({ type }) => type)).not.toContain("email.suppressed")
  })
})

import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

describe("does", () => {
  it("speaks to the real SDK and answers with the id of the mail", async () => {
    const { resend, mails } = await startMailbox()
    const { data, error } = await resend.emails.send(letter)
    expect(error).toBeNull()
    expect((await mails()).map(mail => mail.id)).toEqual([data?.id])
  })

  it("gives a mail back as it was sent", async () => {
    const { resend } = await startMailbox()
    const { data } = await resend.emails.send({
      ...letter,
      replyTo: "reply@in.example",
      tags: [{ name: "kind", value: "cc" }],
    })
    const sent = await resend.emails.get(data?.id ?? "")
    expect(sent.data).toMatchObject({
      object: "email",
      to: [letter.to],
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      reply_to: ["reply@in.example"],
      tags: [{ name: "kind", value: "cc" }],
      scheduled_at: null,
    })
  })
})

describe("refuses", () => {
  it("answers with exactly three fields", async () => {
    const { url } = await startMailbox()
    const answer = await fetch(`${url}/mailbox/resend/emails`, { method: "POST" })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      statusCode: 401,
      name: "missing_api_key",
      message: expect.stringContaining("Missing API key"),
    })
  })

  it("a wrong key", async () => {
    const { withKey, mails } = await startMailbox()
    const { error } = await withKey("re_wrong").emails.send(letter)
    expect(error).toMatchObject({ name: "invalid_api_key", statusCode: 403 })
    expect(await mails()).toEqual([])
  })

  it("an id that is none, an id of no mail, a path that is not there, a method that does not fit", async () => {
    const { resend, url } = await startMailbox()
    expect((await resend.emails.get("one")).error).toMatchObject({ name: "invalid_parameter", statusCode: 422 })
    expect((await resend.emails.get(crypto.randomUUID())).error).toMatchObject({ name: "not_found", statusCode: 404 })
    const headers = { authorization: "Bearer re_test" }
    expect((await fetch(`${url}/mailbox/resend/letters`, { headers })).status).toBe(404)
    expect((await fetch(`${url}/mailbox/resend/emails`, { method: "DELETE", headers })).status).toBe(405)
  })

  it("an idempotency key longer than 256 characters", async () => {
    const { resend } = await startMailbox()
    const { error } = await resend.emails.send(letter, { idempotencyKey: "k".repeat(257) })
    expect(error).toMatchObject({ name: "invalid_idempotency_key", statusCode: 400 })
    expect((await resend.emails.send(letter, { idempotencyKey: "k".repeat(256) })).error).toBeNull()
  })
})

describe("protects", () => {
  it("answers a second request with a key that is still in progress with a conflict", async () => {
    const { resend, fault, mails } = await startMailbox()
    await fault({ mode: "stall", seconds: 1 })
    const [first, second] = await Promise.all([
      resend.emails.send(letter, { idempotencyKey: "one" }),
      resend.emails.send(letter, { idempotencyKey: "one" }),
    ])
    const problems = [first, second].map(({ error }) => error?.name)
    expect(problems.toSorted()).toEqual(["concurrent_idempotent_requests", undefined])
    expect(await mails()).toHaveLength(1)
  })
})

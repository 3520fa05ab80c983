import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...letter, subject: `Mail ${index}` }))

describe("does", () => {
  it("takes a batch of a hundred and answers in its order", async () => {
    const { resend, mails } = await startMailbox()
    const { data } = await resend.batch.send(numbered(100))
    const subjects = new Map((await mails()).map(mail => [mail.id, mail.subject]))
    expect(data?.data.map(({ id }) => subjects.get(id))).toEqual(numbered(100).map(({ subject }) => subject))
  })

  it("gives the same answer to the same key and body, and sends nothing more", async () => {
    const { resend, mails } = await startMailbox()
    const first = await resend.emails.send(letter, { idempotencyKey: "welcome/1" })
    const again = await resend.emails.send(letter, { idempotencyKey: "welcome/1" })
    expect(again.data).toEqual(first.data)
    expect(await mails()).toHaveLength(1)
    expect((await mails())[0]?.idempotencyKey).toBe("welcome/1")
  })

  it("gives a whole batch the same ids again", async () => {
    const { resend, mails } = await startMailbox()
    const first = await resend.batch.send(numbered(3), { idempotencyKey: "batch/1" })
    const again = await resend.batch.send(numbered(3), { idempotencyKey: "batch/1" })
    expect(again.data).toEqual(first.data)
    expect(await mails()).toHaveLength(3)
  })

  it("counts a key for each endpoint", async () => {
    const { resend, mails } = await startMailbox()
    await resend.emails.send(letter, { idempotencyKey: "one" })
    expect((await resend.batch.send([letter], { idempotencyKey: "one" })).error).toBeNull()
    expect(await mails()).toHaveLength(2)
  })

  it("forgets a key after a day", async () => {
    let time = Date.parse("2026-11-23T12:00:00Z")
    const { resend, mails } = await startMailbox({ now: () => new Date(time), webhookUrl: undefined })
    await resend.emails.send(letter, { idempotencyKey: "one" })
    time += 24 * 60 * 60 * 1000
    await resend.emails.send(letter, { idempotencyKey: "one" })
    expect(await mails()).toHaveLength(2)
  })

  it("sends the good ones of a permissive batch and names the others by index", async () => {
    const { resend, mails } = await startMailbox()
    const batch = [letter, { ...letter, to: "nobody" }, letter]
    const { data } = await resend.batch.send(batch, { batchValidation: "permissive" })
    expect(data?.data).toHaveLength(2)
    expect(data?.errors).toEqual([{ index: 1, message: expect.stringContaining("`to`") }])
    expect(await mails()).toHaveLength(2)
  })
})

describe("refuses", () => {
  it("the same key with another body", async () => {
    const { resend, mails } = await startMailbox()
    await resend.emails.send(letter, { idempotencyKey: "one" })
    const { error } = await resend.emails.send({ ...letter, subject: "Another" }, { idempotencyKey: "one" })
    expect(error).toMatchObject({ name: "invalid_idempotent_request", statusCode: 409 })
    expect(await mails()).toHaveLength(1)
  })

  it("a strict batch as a whole when one of it is wrong", async () => {
    const { resend, mails } = await startMailbox()
    const { error } = await resend.batch.send([letter, { ...letter, to: "nobody" }])
    expect(error).toMatchObject({ name: "validation_error", statusCode: 422 })
    expect(await mails()).toEqual([])
  })

  it("more than a hundred, none at all, and attachments in a batch", async () => {
    const { resend } = await startMailbox()
    const attachments = [{ filename: "a.txt", content: Buffer.from("a") }]
    for (const batch of [numbered(101), [], [{ ...letter, attachments }]]) {
      expect((await resend.batch.send(batch as never)).error).toMatchObject({
        name: "validation_error",
        statusCode: 422,
      })
    }
  })

  it("a body that is not JSON", async () => {
    const { url } = await startMailbox()
    const headers = { authorization: "Bearer re_test", "content-type": "application/json" }
    const answer = await fetch(`${url}/mailbox/resend/emails`, { method: "POST", headers, body: "{" })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ name: "validation_error", statusCode: 400 })
  })
})

describe("protects", () => {
  it("knows a key after a restart, and after all mails were deleted", async () => {
    const { resend, mails, restart, url } = await startMailbox()
    const first = await resend.emails.send(letter, { idempotencyKey: "one" })
    restart()
    expect((await resend.emails.send(letter, { idempotencyKey: "one" })).data).toEqual(first.data)
    await fetch(`${url}/mailbox/api/mails`, { method: "DELETE" })
    restart()
    expect((await resend.emails.send(letter, { idempotencyKey: "one" })).data).toEqual(first.data)
    expect(await mails()).toEqual([])
  })

  it("remembers no refusal: the same key works once the mail is right", async () => {
    const { resend, mails } = await startMailbox()
    await resend.emails.send({ ...letter, to: "nobody" }, { idempotencyKey: "one" })
    expect((await resend.emails.send(letter, { idempotencyKey: "one" })).error).toBeNull()
    expect(await mails()).toHaveLength(1)
  })
})

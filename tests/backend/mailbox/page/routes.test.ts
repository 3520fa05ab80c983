import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

describe("does", () => {
  it("gives the mails as JSON, newest first, with all a recipient sees", async () => {
    const { resend, mails } = await startMailbox()
    await resend.emails.send(letter)
    const headers = { References: "<m-1@vdmbouw.example>" }
    await resend.emails.send({ ...letter, subject: "Second", headers }, { idempotencyKey: "key-2" })
    const [second, first] = await mails()
    expect(first?.subject).toBe(letter.subject)
    expect(second).toMatchObject({
      from: letter.from,
      to: [letter.to],
      subject: "Second",
      html: letter.html,
      text: letter.text,
      idempotencyKey: "key-2",
      attachments: [],
      time: expect.stringMatching(/Z$/),
      headers: { References: "<m-1@vdmbouw.example>", Subject: "Second", To: letter.to },
    })
  })

  it("finds by recipient and by words", async () => {
    const { resend, mails } = await startMailbox()
    await resend.emails.send(letter)
    await resend.emails.send({ ...letter, to: "Ann <ap@desluis.example>", subject: "Second reminder" })
    expect(await mails("?to=AP@desluis.example")).toHaveLength(1)
    expect(await mails("?q=reminder+sluis")).toHaveLength(1)
    expect(await mails("?limit=1")).toHaveLength(1)
  })

  it("sends the event of a pressed button and leads back to the same view", async () => {
    const { resend, url, told, hear } = await startMailbox()
    const { data } = await resend.emails.send(letter)
    await hear(2)
    const answer = await fetch(`${url}/mailbox/mails/${data?.id}/events?tab=events&q=invoice`, {
      method: "POST",
      headers: { origin: url },
      body: new URLSearchParams({ type: "opened" }),
      redirect: "manual",
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe(`/mailbox?tab=events&q=invoice&mail=${data?.id}`)
    await hear(3)
    expect(told[2]?.type).toBe("email.opened")
  })
})

describe("refuses", () => {
  it("an event of no mail, and one of no kind", async () => {
    const { resend, happen } = await startMailbox()
    const { data } = await resend.emails.send(letter)
    expect((await happen(crypto.randomUUID(), "opened")).status).toBe(404)
    expect((await happen(data?.id ?? "", "eaten")).status).toBe(404)
  })
})

describe("protects", () => {
  it("takes no form from another site", async () => {
    const { resend, url, mails } = await startMailbox()
    await resend.emails.send(letter)
    const headers = { origin: "https://elsewhere.example", "content-type": "application/x-www-form-urlencoded" }
    expect((await fetch(`${url}/mailbox/delete-all`, { method: "POST", headers })).status).toBe(403)
    expect(await mails()).toHaveLength(1)
  })
})

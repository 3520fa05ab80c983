import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

describe("does", () => {
  it("keeps every byte of a file, over a restart too", async () => {
    const { resend, mails, restart, url } = await startMailbox()
    const content = crypto.getRandomValues(new Uint8Array(50_000))
    await resend.emails.send({
      ...letter,
      attachments: [{ filename: "VF-2026-04183.pdf", content: Buffer.from(content) }],
    })
    restart()
    const [file] = (await mails())[0]?.attachments ?? []
    expect(file).toMatchObject({ filename: "VF-2026-04183.pdf", contentType: "application/pdf", size: 50_000 })
    expect(new Uint8Array(await (await fetch(url + file?.url)).arrayBuffer())).toEqual(content)
  })

  it("notes an address to fetch from, and fetches nothing", async () => {
    const { resend, url, mails } = await startMailbox()
    await resend.emails.send({ ...letter, attachments: [{ path: "https://elsewhere.example/logo.png" }] })
    const [file] = (await mails())[0]?.attachments ?? []
    expect(file).toMatchObject({ filename: "logo.png", size: 0 })
    expect((await fetch(url + file?.url)).status).toBe(404)
  })
})

describe("refuses", () => {
  it.each([
    { filename: "a.pdf" },
    { filename: "a.pdf", content: "not base64!" },
    { filename: "a\r\nb.pdf", content: "YQ==" },
    { content: "YQ==" },
  ])("%j", async attachment => {
    const { resend } = await startMailbox()
    const { error } = await resend.emails.send({ ...letter, attachments: [attachment] })
    expect(error).toMatchObject({ name: "invalid_attachment", statusCode: 422 })
  })

  it("more than 40 MB after base64, though less before", async () => {
    const { resend, mails } = await startMailbox()
    const half = Buffer.alloc(15_500_000)
    const attachments = ["a.bin", "b.bin"].map(filename => ({ filename, content: half }))
    expect((await resend.emails.send({ ...letter, attachments })).error).toMatchObject({ name: "validation_error" })
    expect(await mails()).toEqual([])
  })
})

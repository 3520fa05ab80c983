import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

async function download(filename: string, content: string) {
  const { resend, mails, url } = await startMailbox()
  await resend.emails.send({ ...letter, attachments: [{ filename, content: Buffer.from(content) }] })
  return fetch(url + (await mails())[0]?.attachments[0]?.url)
}

describe("does", () => {
  it("keeps the file's own name in UTF-8", async () => {
    const answer = await download("Rekening – café.pdf", "%PDF")
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="Rekening _ caf_.pdf"; filename*=UTF-8''Rekening%20%E2%80%93%20caf%C3%A9.pdf`,
    )
  })
})

describe("protects", () => {
  it("never lets a file become a page", async () => {
    const answer = await download('x".html', "<script>alert(1)</script>")
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="x_\.html"/)
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    expect(answer.headers.get("content-security-policy")).toContain("sandbox")
  })
})

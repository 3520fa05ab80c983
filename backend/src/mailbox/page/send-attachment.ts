import type { Context } from "hono"
import type { Mailbox } from "../mailbox.ts"

/** Always a download: a disguised file never becomes a page of this address. */
export function sendAttachment(mailbox: Mailbox, c: Context): Response | Promise<Response> {
  const mail = mailbox.store.find(c.req.param("id") ?? "")
  const index = Number(c.req.param("index"))
  const attachment = mail?.attachments[index]
  const content = mail && mailbox.store.readContent(mail, index)
  if (!attachment || !content) return c.notFound()
  // RFC 6266: the plain name for old programs, the real one in UTF-8.
  const plain = attachment.filename.replace(/[^ -~]|["\\/]/g, "_")
  const real = encodeURIComponent(attachment.filename).replace(/['()*]/g, escapeMark)
  return c.body(new Uint8Array(content), 200, {
    "content-type": /^[\w.+-]+\/[\w.+-]+$/.test(attachment.contentType)
      ? attachment.contentType
      : "application/octet-stream",
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${real}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  })
}

function escapeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}

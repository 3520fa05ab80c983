import type { Config } from "../../config.ts"
import { unseal } from "../../secrets.ts"
import { portalLinkUrl } from "../portal-link.ts"

/** One e-mail in the form Resend takes (resend.com/docs/api-reference/emails/send-email). Exactly one `to`; never `cc` or `bcc`. */
export type WireMail = {
  from: string
  to: [string]
  reply_to?: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  tags: { name: string; value: string }[]
  attachments?: { filename: string; content: string; content_type: string }[]
}

/** What one mail of a batch may have filled in: its own links and its own sealed address, so that a mark typed by somebody stays text. */
export type MailSecrets = { mailId: string; linkIds: ReadonlySet<string>; sealedHref: string | undefined }

const sealedPrefix = "sealed:"

/** Stands in the frozen body for the portal's address. */
export function portalLinkMark(linkId: string): string {
  return `{{portal-link:${linkId}}}`
}

/** Stands in the frozen body for an address that lies sealed in the mail's content; any other address stands as it is. */
export function hrefMark(mailId: string, href: string): string {
  return href.startsWith(sealedPrefix) ? `{{sealed:${mailId}}}` : href
}

/** Stands in the frozen body for the bytes of a file. */
export function fileMark(file: { fileKey: string; sha256: string }): string {
  return `{{file:${file.sha256}:${file.fileKey}}}`
}

/** What a file mark stands for. */
export function readFileMark(mark: string): { fileKey: string; sha256: string } | undefined {
  const [, sha256, fileKey] = /^\{\{file:([0-9a-f]{64}):(.+)\}\}$/.exec(mark) ?? []
  return sha256 && fileKey ? { sha256, fileKey } : undefined
}

/** The mail with its links, for the wire only. The same bytes at every try: all of it follows from ids and the house's secret. */
export function fillLinks(config: Config, mail: WireMail, secrets: MailSecrets): WireMail {
  const fill = (text: string, asText: (url: string) => string) =>
    text
      .replace(/\{\{portal-link:([0-9a-f-]{36})\}\}/g, (mark, id: string) =>
        secrets.linkIds.has(id) ? asText(portalLinkUrl(config, id)) : mark,
      )
      .replaceAll(`{{sealed:${secrets.mailId}}}`, () => asText(openHref(config, secrets.sealedHref)))
  return { ...mail, html: fill(mail.html, escapeHtml), text: fill(mail.text, url => url) }
}

function openHref(config: Config, href: string | undefined): string {
  return href?.startsWith(sealedPrefix) ? unseal(config.secret, href.slice(sealedPrefix.length)) : ""
}

function escapeHtml(url: string): string {
  return url.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}

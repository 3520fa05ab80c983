import { portalLinkHref } from "@casepost/shared/fill-placeholders"
import { formatSize } from "@casepost/shared/formats"
import { html, raw } from "hono/html"
import { cleanFilledHtml, htmlToText } from "../../clean-html.ts"
import { brandOf } from "./brand.ts"
import { emailButton, emailFiles, emailFrame } from "./email-frame.ts"
import { withTables } from "./email-tables.ts"
import { emailLanguage, emailWords } from "./email-words.ts"

export type Rendered = { subject: string; html: string; text: string }

/** A message as it goes into a mail: `signatureHtml` was cleaned (`clean-html`), `bodyHtml` is cleaned here; everything else is text. */
export type MessageEmail = {
  language: string
  subject: string
  /** As it is stored: its placeholders filled, the portal link still without an address. */
  bodyHtml: string
  bodyText: string
  signatureHtml: string | null
  signatureText: string
  authorName: string
  senderName: string
  legalName: string
  brandColour: string
  attachments: { name: string; size: number }[]
}

/** The customer's mail: the text, who else got a copy (never a BCC), and one button to the portal. */
export function renderEmail(
  email: MessageEmail & { copyTo: string[]; replyHref: string; inPortal?: string[] },
): Rendered {
  const words = emailWords(email.language)
  const brand = brandOf(email.senderName, email.brandColour)
  const files = sizedFiles(email)
  const copyTo = email.copyTo.length > 0 ? words.copyTo(email.copyTo.join(", ")) : ""
  const { inPortal = [] } = email
  const portalFiles = inPortal.length > 0 ? words.inPortal(inPortal.join(", ")) : ""
  const footer = [words.sentBy(email.legalName, email.authorName), words.personalButton]
  return {
    subject: email.subject,
    html: emailFrame({
      language: email.language,
      subject: email.subject,
      preview: preview(email.bodyText),
      brand,
      content: html`${messageText(email, email.replyHref)}${copyTo ? html`<p class="soft" style="color:#464c5b">${copyTo}</p>` : ""}${portalFiles ? html`<p class="soft" style="color:#464c5b">${portalFiles}</p>` : ""}${emailButton({ label: words.reply, href: email.replyHref, brand })}${emailFiles(files)}`,
      footer,
    }),
    text: textPart([
      linkedText(email),
      email.signatureText,
      copyTo,
      portalFiles,
      `${words.reply}:\n${email.replyHref}`,
      filesText(words.attachments, files),
      `-- \n${footer[0]}`,
    ]),
  }
}

/** What was written, with the portal link where it is the customer's own mail, and the signature in grey under it. */
export function messageText(email: Pick<MessageEmail, "bodyHtml" | "signatureHtml">, portalHref?: string) {
  const bodyHtml = withTables(cleanFilledHtml(email.bodyHtml, portalHref))
  return html`${raw(bodyHtml)}${email.signatureHtml ? html`<div class="soft" style="color:#464c5b">${raw(email.signatureHtml)}</div>` : ""}`
}

function linkedText(email: MessageEmail & { replyHref: string }): string {
  return email.bodyHtml.includes(portalLinkHref) ? htmlToText(email.bodyHtml, email.replyHref) : email.bodyText
}

/** The beginning of the text, on one line; never half of a character that takes two units. */
export function preview(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 140)
    .replace(/[\ud800-\udbff]$/, "")
}

/** The files as a mail names them, in its language. */
export function sizedFiles(of: { attachments: { name: string; size: number }[]; language: string }) {
  return of.attachments.map(({ name, size }) => ({ name, size: formatSize(size, emailLanguage(of.language)) }))
}

export function filesText(title: string, files: { name: string; size: string }[]): string {
  if (files.length === 0) return ""
  return `${title}:\n${files.map(file => `- ${file.name} (${file.size})`).join("\n")}`
}

/** Parts with an empty line between them. */
export function textPart(parts: string[]): string {
  return `${parts
    .map(part => part.trim())
    .filter(Boolean)
    .join("\n\n")}\n`
}

import { languageOf } from "../../cases/language-of.ts"
import { cleanHtml, cleanSignature, htmlToText } from "../../clean-html.ts"
import type { Config } from "../../config.ts"
import { emailWords } from "../email/email-words.ts"
import { fromHeader, headerText } from "../email/from-header.ts"
import { renderCopy } from "../email/render-copy.ts"
import { type Rendered, renderEmail } from "../email/render-email.ts"
import { renderNote } from "../email/render-note.ts"
import { renderNotice } from "../email/render-notice.ts"
import { fileMark, hrefMark, portalLinkMark, type WireMail } from "./marks.ts"
import type { File, MessageMaterial, NoteMaterial, QueuedMail } from "./read-material.ts"

/** A message's mail: the customer's with her portal link, or a copy without any. */
export function composeMessage(
  mail: QueuedMail,
  of: { material: MessageMaterial; linkId: string | undefined; signature: ReturnType<typeof readSignatures> },
): WireMail {
  const { message, recipient, administration, together, files } = of.material
  const mailed = together.filter(one => one.address !== null && one.state !== "left-out")
  const about = {
    language: message.language,
    subject: message.subject,
    bodyHtml: message.bodyHtml,
    bodyText: message.bodyText,
    ...of.signature(message.signatureHtml),
    // An API key writes as the administration itself, as `fromName` says.
    authorName: message.authorUserId ? message.authorName : administration.senderName,
    senderName: administration.senderName,
    legalName: administration.legalName,
    brandColour: administration.brandColour,
    attachments: files,
  }
  const to = mailed.filter(one => one.role === "to").flatMap(one => one.address ?? [])
  const rendered = of.linkId
    ? renderEmail({
        ...about,
        copyTo: mailed.filter(one => one.role === "cc").flatMap(one => one.name || one.address || []),
        replyHref: portalLinkMark(of.linkId),
        inPortal: of.material.portalFiles.map(file => file.name),
      })
    : renderCopy({
        ...about,
        to: to.length > 0 ? to : [of.material.customerName],
        about: aboutCase(of.material, message.language),
      })
  return wireMail(mail, {
    rendered,
    from: fromHeader(message.fromName, message.fromAddress),
    replyTo: message.replyAddress,
    files,
    kind: recipient.role === "to" ? "customer" : recipient.role,
    bulk: message.bulkMessageId !== null,
    thread: thread(mail, { caseKind: message.caseKind, caseId: message.caseId, address: message.fromAddress }),
  })
}

/** Cleans signatures, each once for all mails that are made together: a bulk message's are all the same. */
export function readSignatures() {
  const known = new Map<string, { signatureHtml: string; signatureText: string }>()
  return (html: string | null) => {
    if (!html) return { signatureHtml: null, signatureText: "" }
    const signature = known.get(html) ?? { signatureHtml: cleanSignature(html), signatureText: htmlToText(html) }
    known.set(html, signature)
    return signature
  }
}

/** A note's mail or its reminder: replies go to who wrote it, forwarded it or set the reminder. Only a colleague is led into Casepost. */
export function composeNote(config: Config, mail: QueuedMail, material: NoteMaterial): WireMail {
  const { note, forward, reminder, administration, files } = material
  const language = languageOf({ administration })
  const forwardedBy = forward?.kind === "forwarded" ? forward.byName : null
  const by = reminder?.setByName || (forwardedBy ?? note.authorName)
  const rendered = renderNote({
    language,
    authorName: note.authorName,
    forwardedBy,
    reminder: mail.kind === "reminder",
    about: aboutCase(material, language),
    customerName: material.customerName,
    answersGoTo: material.replyTo ? by : administration.senderName,
    bodyHtml: cleanHtml(note.bodyHtml),
    bodyText: note.bodyText,
    senderName: administration.senderName,
    brandColour: administration.brandColour,
    attachments: files,
    openUrl: material.isColleague ? `${config.publicUrl}/open/${note.caseKind}/${note.caseId}` : null,
  })
  return wireMail(mail, {
    rendered,
    from: fromHeader(`${by} via ${administration.senderName}`, administration.senderAddress),
    replyTo: material.replyTo ?? administration.replyAddress,
    files,
    kind: mail.kind,
    bulk: false,
    // A thread of its own: a note must never come to stand under the mails the customer gets.
    thread: thread(mail, { caseKind: "note", caseId: note.id, address: administration.senderAddress }),
  })
}

/** A notice or a mail of the system itself. @throws when it has no content */
export function composeNotice(config: Config, mail: QueuedMail): WireMail {
  if (!mail.content) throw new Error(`Mail ${mail.id} has nothing to say.`)
  const { button, ...content } = mail.content
  const address = /<([^<>]+)>/.exec(config.systemFrom)?.[1] ?? config.systemFrom
  const rendered = renderNotice({
    ...content,
    ...(button ? { button: { ...button, href: hrefMark(mail.id, button.href) } } : {}),
  })
  return wireMail(mail, {
    rendered,
    from: config.systemFrom,
    files: [],
    kind: mail.kind,
    bulk: false,
    thread: { "Message-ID": messageId(mail, address), "Auto-Submitted": "auto-generated" },
  })
}

function aboutCase(
  material: Pick<MessageMaterial, "invoiceNumber" | "matterNumber" | "customerName">,
  language: string,
): string {
  const { about } = emailWords(language)
  if (material.invoiceNumber) return about.invoice(material.invoiceNumber)
  return material.matterNumber ? about.matter(material.matterNumber) : material.customerName
}

type Parts = {
  rendered: Rendered
  from: string
  replyTo?: string
  files: File[]
  kind: string
  bulk: boolean
  thread: Record<string, string>
}

function wireMail(mail: QueuedMail, parts: Parts): WireMail {
  const { rendered, files } = parts
  return {
    from: parts.from,
    to: [mail.address],
    ...(parts.replyTo ? { reply_to: parts.replyTo } : {}),
    subject: headerText(rendered.subject) || "-",
    html: rendered.html,
    text: rendered.text,
    headers: parts.thread,
    tags: [
      { name: "mail_id", value: mail.id },
      { name: "kind", value: parts.kind },
      ...(parts.bulk ? [{ name: "bulk", value: "yes" }] : []),
    ],
    ...(files.length > 0
      ? {
          attachments: files.map(file => ({
            filename: headerText(file.name),
            content: fileMark(file),
            content_type: file.contentType,
          })),
        }
      : {}),
  }
}

/** All mails about one case hang under one root that is never sent itself: so they thread though providers rewrite Message-IDs (RFC 5322 3.6.4). */
function thread(mail: QueuedMail, root: { caseKind: string; caseId: string; address: string }): Record<string, string> {
  const rootId = `<${root.caseKind}.${root.caseId}@${domainOf(root.address)}>`
  return { "Message-ID": messageId(mail, root.address), "In-Reply-To": rootId, References: rootId }
}

function messageId(mail: QueuedMail, address: string): string {
  return `<${mail.id}@${domainOf(address)}>`
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1)
}

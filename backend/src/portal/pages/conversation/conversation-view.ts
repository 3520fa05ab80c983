import { formatDate, formatMoney, formatSize } from "@casepost/shared/formats"
import type { PortalConversation, PortalMessage } from "@casepost/shared/portal"
import { html, raw } from "hono/html"
import { brandOf } from "../../../delivery/email/brand.ts"
import type { Creditor } from "../../find-creditor.ts"
import { type Clock, formatMoment } from "../../words/formats.ts"
import { initialsOf } from "../../words/initials.ts"
import { words } from "../../words/words.ts"
import { icon } from "../look/icons.ts"
import type { Html } from "../page-frame.ts"
import { invoiceState } from "./conversation-list.ts"

/** What the case is about, above its messages. On a phone amount and state stand here, for there is no list beside it. */
export function caseHead(conversation: PortalConversation, { language }: Clock): Html {
  const text = words[language]
  const { number, group, open, amount, dueDate, invoiceDate, state, pdfAttachmentId } = conversation
  const title =
    group === "invoices"
      ? text.invoiceTitle(number)
      : group === "matters"
        ? text.matterTitle(number)
        : (conversation.subject ?? text.generalTitle)
  const shown = state === "open" ? open : amount
  const dated = invoiceDate ? formatDate(invoiceDate, language, "short") : ""
  const about =
    group === "invoices" && shown
      ? (state === "open" ? text.dated : text.datedSettled)(dated, formatMoney(shown, language))
      : group === "matters"
        ? `${state === "closed" ? text.closed(conversation.settledOn ? formatDate(conversation.settledOn, language, "long") : undefined) : text.open}, ${text.invoiceCount(conversation.invoices ?? 0)}`
        : text.groups.general
  const isInvoice = group === "invoices"
  return html`<div class="case${isInvoice ? " invoice" : ""}">
    <div class="case-words">
      <h2 id="case-title">${title}</h2>
      ${isInvoice ? html`<span class="case-number" aria-hidden="true">${number}</span><span class="case-state">${invoiceState(conversation, language) ?? ""}</span>${shown ? html`<p class="case-amount">${formatMoney(shown, language)}</p>` : ""}${dueDate ? html`<p class="case-due">${text.dueOn(formatDate(dueDate, language, "long"))}</p>` : ""}` : ""}
      <p class="case-about">${about}</p>
    </div>
    ${pdfAttachmentId ? html`<a class="button" href="/portal/attachments/${pdfAttachmentId}" download>${icon("download")}${text.invoicePdf}</a>` : ""}
  </div>`
}

/** Who looks: several people of one customer read the same conversation. */
type Reader = { name: string; customerName: string }

/** The messages, oldest first. What the customer has not opened yet is named for the script that says when she has. */
export function messageList(
  messages: PortalMessage[],
  at: { clock: Clock; creditor: Creditor; showSubjects: boolean; reader: Reader },
): Html {
  if (messages.length === 0) return html`<p class="none">${words[at.clock.language].noMessages}</p>`
  let subject: string | null = null
  return html`${messages.map(message => {
    const isNews = at.showSubjects && message.subject !== null && message.subject !== subject
    subject = message.subject ?? subject
    return oneMessage(message, { ...at, subject: isNews ? message.subject : null })
  })}`
}

function oneMessage(
  message: PortalMessage,
  { clock, creditor, reader, subject }: { clock: Clock; creditor: Creditor; reader: Reader; subject: string | null },
): Html {
  const text = words[clock.language]
  const isOurs = message.direction === "incoming"
  const at = formatMoment(new Date(message.at), clock)
  const isMine = isOurs && message.authorName === reader.name
  const of = isMine ? message.authorName : isOurs ? reader.customerName : creditor.name
  const fresh = !isOurs && message.openedAt === null
  return html`<article class="message ${isOurs ? "ours" : "theirs"}" id="m-${message.id}" aria-label="${isMine ? text.yourMessage(at) : text.messageFrom(message.authorName, at)}" ${fresh ? html`data-fresh="${message.id}"` : ""}>
    <span class="avatar" aria-hidden="true">${isOurs ? initialsOf(message.authorName) : brandOf(creditor.name, creditor.brandColour).initials}</span>
    <p class="by"><span class="author">${isMine ? text.you : message.authorName}</span> <span class="of">${of === message.authorName && !isMine ? "" : of}</span></p>
    <time class="at" datetime="${message.at}">${at}</time>
    <div class="said">
      ${subject ? html`<h3 class="subject">${subject}</h3>` : ""}
      <div class="text">${raw(message.bodyHtml)}</div>
      ${message.signatureHtml ? html`<div class="text signature">${raw(message.signatureHtml)}</div>` : ""}
      ${files(message, clock)}
    </div>
  </article>`
}

function files({ attachments }: PortalMessage, { language }: Clock): Html | string {
  if (attachments.length === 0) return ""
  return html`<ul class="files">${attachments.map(
    file => html`<li><a class="file" href="/portal/attachments/${file.id}" download aria-label="${words[language].download(file.name)}, ${formatSize(file.size, language)}">
      ${icon(file.contentType.startsWith("image/") ? "picture" : "file")}<span class="file-name">${file.name}</span><span class="file-size">${formatSize(file.size, language)}</span>${icon("download")}</a></li>`,
  )}</ul>`
}

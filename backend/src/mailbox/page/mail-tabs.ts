/** What stands under each tab of a mail. */

import { formatSize } from "@casepost/shared/formats"
import { html } from "hono/html"
import { nextAttempt } from "../events/send-webhooks.ts"
import { eventsUntil, type Mail, type MailEvent, visibleHeaders } from "../mail.ts"
import type { Mailbox } from "../mailbox.ts"
import { icon } from "./icons.ts"
import { fullTime, states } from "./words.ts"

/** The frame runs no script and has no origin; links open in a new tab, outside of it. */
export function renderedTab(mailbox: Mailbox, mail: Mail) {
  if (mail.html === null) return html`<p class="none">This mail has no HTML part.</p>`
  const shown = `<base target="_blank">${withInlineImages(mailbox, mail)}`
  return html`<iframe title="The mail as its recipient sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${shown}"></iframe>
    <p class="hint">${icon("shield")}Shown in a sandboxed frame without scripts. Its links open in a new tab.</p>`
}

export function plainTab(_mailbox: Mailbox, mail: Mail) {
  if (mail.text === null) return html`<p class="none">This mail has no plain text part.</p>`
  return html`<pre class="plain-text" tabindex="0">${mail.text}</pre>`
}

export function headersTab(_mailbox: Mailbox, mail: Mail) {
  const tags = mail.tags.map(({ name, value }) => `${name}=${value}`).join(" ")
  return html`<div class="scroll" tabindex="0">
    ${facts("What the recipient's program sees", Object.entries(visibleHeaders(mail)))}
    ${facts("What only the provider sees", [
      ["Id", mail.id],
      ["Idempotency key", mail.idempotencyKey ?? "none"],
      ["Tags", tags || "none"],
      ["Bcc", mail.bcc.join(", ") || "none"],
      ...(mail.scheduledAt ? ([["Scheduled for", fullTime(mail.scheduledAt)]] as [string, string][]) : []),
    ])}
  </div>`
}

export function attachmentsTab(_mailbox: Mailbox, mail: Mail) {
  if (mail.attachments.length === 0) return html`<p class="none">This mail has no attachments.</p>`
  return html`<ul class="files">${mail.attachments.map(
    (file, index) => html`<li>
      <span class="file"><b>${file.filename}</b><span>${file.contentType}${file.path === null ? `, ${formatSize(file.size, "en")}` : ""}</span></span>
      ${
        file.path === null
          ? html`<a class="button" href="/mailbox/mails/${mail.id}/attachments/${index}" download aria-label="Download ${file.filename}">${icon("download")}Download</a>`
          : html`<span class="aside">to be fetched from ${file.path}; the mailbox fetches nothing</span>`
      }
    </li>`,
  )}</ul>`
}

export function eventsTab(mailbox: Mailbox, mail: Mail) {
  const events = eventsUntil(mail, mailbox.now()).reverse()
  if (events.length === 0) return html`<p class="none">Nothing has happened to this mail yet.</p>`
  return html`<div class="scroll" tabindex="0"><table class="events">
    <thead><tr><th scope="col">Event</th><th scope="col">To</th><th scope="col">When</th><th scope="col">Webhook</th></tr></thead>
    <tbody>${events.map(
      event => html`<tr>
        <td><span class="state ${states[event.type].tone}">${icon(states[event.type].icon)}email.${event.type}</span></td>
        <td>${event.to.join(", ")}</td>
        <td><time datetime="${event.at}">${fullTime(event.at)}</time></td>
        <td>${answered(mailbox, event)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`
}

function answered(mailbox: Mailbox, event: MailEvent): string {
  if (mailbox.webhookUrl === undefined) return "nobody is told: there is no webhook address"
  const last = event.attempts.at(-1)
  if (!last) return "being sent"
  const answer = last.status === null ? "no answer" : `answered ${last.status}`
  const tries = event.attempts.length === 1 ? "" : ` at attempt ${event.attempts.length}`
  const next = nextAttempt(event, mailbox.retries)
  if (next !== null) return `${answer}${tries}, again at ${fullTime(new Date(next).toISOString())}`
  return last.status !== null && last.status < 300 ? `${answer}${tries}` : `${answer}${tries}, given up`
}

function facts(title: string, rows: [string, string][]) {
  return html`<h3>${title}</h3><dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** A frame without origin may load nothing from here by itself, so `cid:` pictures go in as data. */
function withInlineImages(mailbox: Mailbox, mail: Mail): string {
  return (mail.html ?? "").replace(/\bcid:([^"'\s)>]+)/g, (whole, contentId: string) => {
    const index = mail.attachments.findIndex(file => file.contentId === contentId && /^image\//.test(file.contentType))
    const content = index < 0 ? undefined : mailbox.store.readContent(mail, index)
    return content ? `data:${mail.attachments[index]?.contentType};base64,${content.toString("base64")}` : whole
  })
}

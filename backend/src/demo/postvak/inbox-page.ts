import { html } from "hono/html"
import { composeWindow, type FieldKind } from "./compose-window.ts"
import type { DemoMail } from "./read-mails.ts"

type Html = ReturnType<typeof html>

const boxes = ["Starred", "Sent", "Drafts", "Archive", "Spam"] as const
const folders = ["Disputes", "Transport", "Insurance"] as const

/** The inbox of Postvak, with the window for a new message; `open` shows one mail instead of the list. */
export function inboxPage(of: { mails: readonly DemoMail[]; open?: DemoMail; kind: FieldKind }) {
  const { mails, open, kind } = of
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${open ? open.subject : `Inbox (${unread(mails)})`} - Postvak</title><link rel="stylesheet" href="/demo/mail/postvak.css"><script src="/demo/mail/postvak.js" defer></script></head>
<body>
<header><a class="name" href="/demo/mail">Postvak</a><input type="search" placeholder="Search mail" aria-label="Search mail"><span class="me" title="Sanne de Wit">SW</span></header>
<div class="frame">
<nav aria-label="Folders"><button type="button" class="new" data-new>New message</button>
<a href="/demo/mail" aria-current="page">Inbox <b>${unread(mails)}</b></a>${boxes.map(name => html`<a href="/demo/mail">${name}</a>`)}
<h2>Folders</h2>${folders.map(name => html`<a href="/demo/mail">${name}</a>`)}</nav>
<main>${open ? mailView(open) : mailList(mails)}</main>
</div>
${composeWindow(kind)}
<output class="told" role="status"></output>
</body></html>`
}

function mailList(mails: readonly DemoMail[]): Html | Promise<Html> {
  return html`<div class="bar"><input type="checkbox" aria-label="Select all"><span>Refresh</span><span>Archive</span><span>Delete</span><span class="count">1–${mails.length} of ${mails.length}</span></div>
<ul class="mails">${mails.map(
    (
      mail,
      place,
    ) => html`<li class="${mail.isUnread ? "unread" : ""}"><input type="checkbox" aria-label="Select ${mail.subject}"><i></i>
<a href="/demo/mail/messages/${place}"><span class="from">${mail.name}</span><span class="about"><b>${mail.subject}</b> ${mail.text}</span><time>${mail.when}</time></a></li>`,
  )}</ul>`
}

function mailView(mail: DemoMail): Html | Promise<Html> {
  return html`<div class="bar"><a href="/demo/mail">Back</a><span>Archive</span><span>Delete</span></div>
<article><h1>${mail.subject}</h1><p class="sender"><b>${mail.name}</b> &lt;<span>${mail.address}</span>&gt; <time>${mail.when}</time></p>
<p>${mail.text}</p><p><button type="button" data-new data-to="${mail.address}" data-subject="Re: ${mail.subject}">Reply</button></p></article>`
}

function unread(mails: readonly DemoMail[]): number {
  return mails.filter(mail => mail.isUnread).length
}

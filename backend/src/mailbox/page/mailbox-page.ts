/** The page: mails at the left, the chosen one at the right; complete without JavaScript. */

import { html, raw } from "hono/html"
import { mark } from "../../http/page/mark.ts"
import type { Mailbox } from "../mailbox.ts"
import { findMails } from "./find-mails.ts"
import { icon } from "./icons.ts"
import { mailList } from "./mail-list.ts"
import { mailView } from "./mail-view.ts"
import { address, type PageQuery } from "./page-address.ts"

const mailsAtOnce = 100

export async function mailboxPage(mailbox: Mailbox, query: PageQuery) {
  const found = findMails(mailbox, { words: query.q ?? "" })
  const start = query.before ? found.findIndex(mail => mail.id === query.before) + 1 : 0
  const mails = found.slice(start, start + mailsAtOnce)
  const chosen = (query.mail && mailbox.store.find(query.mail)) || mails[0]
  const older = found.length > start + mailsAtOnce ? mails.at(-1)?.id : undefined

  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${chosen ? `${chosen.subject} - ` : ""}Development mailbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/mailbox/mailbox.css">
    <script src="/mailbox/mailbox.js" defer></script>
  </head>
  <body class="${query.mail && chosen ? "reading" : "choosing"}" data-version="${mailbox.store.version}">
    ${header(mailbox, query)}
    <div class="panes">
      <nav class="list" aria-label="Mails" id="list">${mailList({ mails, chosen, older, query, now: mailbox.now() })}</nav>
      <main class="mail" id="mail">${chosen ? mailView(mailbox, { mail: chosen, query }) : emptyView(mailbox, query)}</main>
    </div>
    <p class="announcement" id="announcement" role="status"></p>
  </body>
</html>`
}

function header(mailbox: Mailbox, query: PageQuery) {
  return html`<header class="bar">
    <a class="home" href="/mailbox">${mark}<h1>Development mailbox</h1></a>
    <span class="promise">${icon("flask")}Nothing here leaves this computer</span>
    <search class="search">
      <form action="/mailbox" role="search">
        ${icon("search")}
        <input type="search" name="q" value="${query.q ?? ""}" placeholder="Address or subject" aria-label="Search by address or subject" autocomplete="off">
      </form>
    </search>
    <a class="button" id="refresh" href="${address(query, {})}">${icon("refresh")}Refresh</a>
    <button class="button ghost" type="button" popovertarget="delete-all"${mailbox.store.count === 0 ? raw(" disabled") : ""}>Delete all</button>
    <div class="dialog" id="delete-all" popover role="dialog" aria-labelledby="delete-all-title">
      <h2 id="delete-all-title">Delete all ${mailbox.store.count} mails?</h2>
      <p>They go for good, with their attachments and events. What was sent in Casepost stays as it is.</p>
      <form method="post" action="/mailbox/delete-all">
        <button class="button" type="button" popovertarget="delete-all" popovertargetaction="hide">Keep them</button>
        <button class="button danger">Delete all</button>
      </form>
    </div>
  </header>`
}

function emptyView(mailbox: Mailbox, query: PageQuery) {
  const [title, text] =
    mailbox.store.count === 0
      ? ["No mail yet", "Everything that is sent arrives here, as its recipient would see it."]
      : [`No mail matches “${query.q ?? ""}”`, "Search looks at addresses and subjects."]
  return html`<div class="empty">${icon("open")}<h2>${title}</h2><p>${text}</p></div>`
}

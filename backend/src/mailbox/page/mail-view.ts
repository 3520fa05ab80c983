import { html } from "hono/html"
import { bareAddress, eventsUntil, type Mail, visibleHeaders } from "../mail.ts"
import type { Mailbox } from "../mailbox.ts"
import { icon } from "./icons.ts"
import { attachmentsTab, eventsTab, headersTab, plainTab, renderedTab } from "./mail-tabs.ts"
import { address, type PageQuery, queryParts } from "./page-address.ts"
import { fullTime } from "./words.ts"

interface MailView {
  mail: Mail
  query: PageQuery
}

/** One mail: who sent it to whom, its tabs, and what may happen to it. */
export function mailView(mailbox: Mailbox, { mail, query }: MailView) {
  const tabs = [
    { id: "rendered", label: "Rendered", show: renderedTab },
    { id: "plain", label: "Plain", show: plainTab },
    { id: "headers", label: "Headers", show: headersTab, count: Object.keys(visibleHeaders(mail)).length },
    { id: "attachments", label: "Attachments", show: attachmentsTab, count: mail.attachments.length },
    { id: "events", label: "Events", show: eventsTab, count: eventsUntil(mail, mailbox.now()).length },
  ]
  const fallback = mail.html === null ? tabs[1] : tabs[0]
  const current = tabs.find(tab => tab.id === query.tab) ?? fallback

  return html`<div class="head">
      <a class="back" href="${address(query, { mail: undefined, tab: undefined })}">${icon("back")}All mails</a>
      <div class="title"><h2>${mail.subject}</h2><time datetime="${mail.time}">${fullTime(mail.time)}</time></div>
      <p>${mail.from.replace(/^"(.*)" </, "$1 <")}</p>
      <p>to ${mail.to.map(bareAddress).join(", ")} <span class="aside">${whoElse(mail)}</span></p>
      <nav class="tabs" aria-label="Views of this mail" id="tabs">
        ${tabs.map(
          tab => html`<a href="${address(query, { mail: mail.id, tab: tab.id })}"${tab === current ? html` aria-current="page"` : ""}>
            ${tab.label}${tab.count === undefined ? "" : html`<span class="count">${tab.count}</span>`}</a>`,
        )}
      </nav>
    </div>
    <section class="body" id="body" data-tab="${current?.id}" aria-label="${current?.label}">${current?.show(mailbox, mail)}</section>
    ${happenings({ mail, query: { ...query, tab: current?.id } })}`
}

/** Casepost sends every mail to one address, without cc or bcc: say at a glance whether that is so. */
function whoElse({ to, cc, bcc }: Mail): string {
  const named = (label: string, list: string[]) =>
    list.length === 0 ? `no ${label}` : `${label} ${list.map(bareAddress).join(", ")}`
  const recipients = to.length === 1 ? "one recipient" : `${to.length} recipients`
  return [recipients, named("cc", cc), named("bcc", bcc)].join(", ")
}

function happenings({ mail, query }: MailView) {
  return html`<form class="happenings" id="happenings" method="post" action="/mailbox/mails/${mail.id}/events?${queryParts(query)}">
    <span class="label">What happens to it</span>
    <button class="button" name="type" value="delivered">${icon("check")}Deliver</button>
    <button class="button" name="type" value="bounced">${icon("return")}Bounce</button>
    <button class="button" name="type" value="opened">${icon("open")}Open</button>
    <button class="button" name="type" value="complained">${icon("flag")}Complain</button>
    <span class="aside">sends a signed event, as the provider would</span>
  </form>`
}

import { html } from "hono/html"
import { bareAddress, lastEvent, type Mail } from "../mail.ts"
import { icon } from "./icons.ts"
import { address, type PageQuery } from "./page-address.ts"
import { chips, shortTime, states } from "./words.ts"

interface MailList {
  mails: Mail[]
  chosen: Mail | undefined
  /** The id after which older mails follow. */
  older: string | undefined
  query: PageQuery
  now: Date
}

export function mailList({ mails, chosen, older, query, now }: MailList) {
  return html`<ul>${mails.map(mail => listItem(mail, { chosen: mail === chosen, query, now }))}</ul>
    ${query.before ? html`<a class="more" href="${address(query, { before: undefined })}">Newest mails</a>` : ""}
    ${older ? html`<a class="more" href="${address(query, { before: older })}">Older mails</a>` : ""}`
}

function listItem(mail: Mail, { chosen, query, now }: { chosen: boolean; query: PageQuery; now: Date }) {
  const state = states[lastEvent(mail, now)]
  return html`<li>
    <a class="item" href="${address(query, { mail: mail.id })}"${chosen ? html` aria-current="true"` : ""}>
      <span class="line"><span class="to">${recipients(mail)}</span><time datetime="${mail.time}">${shortTime(mail.time, now)}</time></span>
      <span class="subject">${mail.subject}</span>
      <span class="line">
        <span class="chips">${chips(mail).map(chip => html`<span class="chip ${chip.tone}">${chip.label}</span>`)}</span>
        <span class="state ${state.tone}">${icon(state.icon)}${state.label}</span>
      </span>
    </a>
  </li>`
}

function recipients(mail: Mail): string {
  const [first = "", ...others] = [...mail.to, ...mail.cc, ...mail.bcc].map(bareAddress)
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

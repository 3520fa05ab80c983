import type { CaseRef } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { PortalConversation, PortalMessage } from "@casepost/shared/portal"
import { html } from "hono/html"
import type { ConversationList } from "../../list-conversations.ts"
import type { PortalSession } from "../../session/get-portal-session.ts"
import { type Clock, formatMonies } from "../../words/formats.ts"
import { words } from "../../words/words.ts"
import { icon } from "../look/icons.ts"
import { sessionMenus } from "../menus.ts"
import { type Html, pageFrame } from "../page-frame.ts"
import { conversationList, conversationPath } from "./conversation-list.ts"
import { caseHead, messageList } from "./conversation-view.ts"
import { type ReplyState, replyForm } from "./reply-form.ts"

const home = "/portal/conversations"

export type PortalPage = {
  session: PortalSession
  list: ConversationList
  /** The conversation being read; none on the list page. */
  reading?: { conversation: PortalConversation; messages: PortalMessage[] }
  reply?: ReplyState
  now: Date
}

/** The portal in a session: the list, the conversation, or, where there is room, both. */
export function portalPage(page: PortalPage): Html {
  const { session, list, reading, reply = {}, now } = page
  const { creditor, csrfToken } = session
  const language = session.language as Language
  const text = words[language]
  const clock: Clock = { language, timeZone: creditor.timeZone, now }
  const isAlone = session.scope === "conversation"
  const reader = { name: session.personName ?? session.customerName, customerName: session.customerName }
  const path = reading ? conversationPath(reading.conversation) : home
  return pageFrame({
    language,
    title: `${reading ? `${reading.conversation.number} - ` : ""}${creditor.name}`,
    creditor,
    home,
    ...(reading && !isAlone ? { back: { href: home, where: text.groups[reading.conversation.group] } } : {}),
    menus: sessionMenus({ language, name: reader.name, csrfToken, path }),
    kind: `portal ${reading ? "reading" : "choosing"}${isAlone ? " alone" : ""}`,
    main: html`<a class="skip" href="#conversation">${text.skip}</a>
    <main data-csrf="${csrfToken}">
      ${isAlone ? html`<h1 class="unseen">${creditor.name}</h1>` : summary(session, list)}
      <div class="panes">
        ${isAlone ? "" : conversationList(list, { clock, ...(reading ? { current: reading.conversation.caseRef.id } : {}) })}
        ${
          reading
            ? html`<section class="conversation" id="conversation" tabindex="-1" aria-labelledby="case-title">
          ${caseHead(reading.conversation, clock)}
          <div class="messages" tabindex="0" role="group" aria-labelledby="case-title"><div>${messageList(reading.messages, { clock, creditor, reader, showSubjects: reading.conversation.group !== "invoices" && hasSubjects(reading.messages) })}</div></div>
          ${replyForm(reading.messages, { language, caseRef: reading.conversation.caseRef as CaseRef, csrfToken, creditorName: creditor.name, state: reply })}
        </section>`
            : html`<section class="conversation empty" id="conversation" tabindex="-1">${icon("talk")}<p>${text.choose}</p></section>`
        }
      </div>
    </main>`,
  })
}

/** Where several subjects mix, each is named where it begins. */
function hasSubjects(messages: PortalMessage[]): boolean {
  return new Set(messages.flatMap(message => (message.subject ? [message.subject] : []))).size > 1
}

function summary(session: PortalSession, { open, openInvoices }: ConversationList): Html {
  const language = session.language as Language
  const text = words[language]
  const total = formatMonies(open, language)
  const long = text.openInvoices(openInvoices, total)
  return html`<div class="summary">
    <h1><span class="wide">${long}</span><span class="small">${openInvoices === 0 ? long : text.totalOpen(total)}</span></h1>
    <p class="wide">${text.customerLine(session.customerName, session.customerNumber)}</p>
    <p class="small">${openInvoices === 0 ? session.customerName : `${text.invoiceCount(openInvoices)}, ${session.customerName}`}</p>
  </div>`
}

import { formatDate, formatMoney } from "@casepost/shared/formats"
import type { Language } from "@casepost/shared/organisations"
import type { PortalConversation } from "@casepost/shared/portal"
import { html } from "hono/html"
import { type ConversationList, mostInvoices } from "../../list-conversations.ts"
import { type Clock, formatDay } from "../../words/formats.ts"
import { words } from "../../words/words.ts"
import { icon } from "../look/icons.ts"
import type { Html } from "../page-frame.ts"

const groups = ["general", "matters", "invoices"] as const

/** The conversations of a customer in their groups; `current` is the one being read. */
export function conversationList(list: ConversationList, { clock, current }: { clock: Clock; current?: string }): Html {
  const text = words[clock.language]
  return html`<nav class="list" aria-label="${text.allConversations}">
    ${groups.map(group => {
      const members = list.conversations.filter(conversation => conversation.group === group)
      if (members.length === 0) return ""
      return html`<section class="group" aria-labelledby="group-${group}">
        <h2 id="group-${group}"><span>${text.groups[group]}</span><span class="count">${members.length}</span></h2>
        <ul>${members.map(conversation => item(conversation, { clock, isCurrent: conversation.caseRef.id === current }))}</ul>
      </section>`
    })}
    ${list.allShown ? "" : html`<p class="hint">${text.notAllShown(mostInvoices)}</p>`}
  </nav>`
}

/** Where a conversation is read. */
export function conversationPath({ caseRef }: { caseRef: { kind: string; id: string } }): string {
  return `/portal/conversations/${caseRef.kind}/${caseRef.id}`
}

function item(conversation: PortalConversation, { clock, isCurrent }: { clock: Clock; isCurrent: boolean }): Html {
  const lines =
    conversation.group === "general"
      ? general(conversation, clock)
      : conversation.group === "matters"
        ? matter(conversation, clock)
        : invoice(conversation, clock)
  const fresh = conversation.fresh ? html`<span class="fresh">${words[clock.language].fresh}</span>` : ""
  return html`<li><a class="item" href="${conversationPath(conversation)}" ${isCurrent ? html`aria-current="page"` : ""}>
    <span class="line"><span class="title">${lines.title}</span>${fresh}<span class="far ${lines.farIsMoney ? "money" : "when"}">${lines.far}</span></span>
    <span class="line second"><span class="near ${lines.smallSecond ? "wide" : ""}">${lines.second}</span>${lines.smallSecond ? html`<span class="near small">${lines.smallSecond}</span>` : ""}${lines.state ?? html`<span class="far small">${lines.smallFar ?? lines.far}</span>`}</span>
  </a></li>`
}

/** The two lines of an item. A phone has room for other words: the date goes down, what is said about a matter apart. */
type Lines = {
  title: string
  far: string
  farIsMoney?: boolean
  second: string
  state?: Html | string | undefined
  smallSecond?: string
  smallFar?: string
}

function general({ subject, preview, lastAt }: PortalConversation, clock: Clock): Lines {
  const text = words[clock.language]
  return {
    title: subject ?? (preview ? text.generalTitle : text.generalQuestion),
    far: lastAt ? formatDay(new Date(lastAt), clock) : "",
    second: preview ? `${preview.authorName}: ${preview.text}` : text.generalHint,
  }
}

function matter({ number, state, settledOn, invoices, lastAt }: PortalConversation, clock: Clock): Lines {
  const { language } = clock
  const text = words[language]
  const closed = settledOn ? formatDate(settledOn, language, "long") : undefined
  return {
    title: number,
    far: settledOn ? formatDate(settledOn, language, "day") : lastAt ? formatDay(new Date(lastAt), clock) : "",
    second: `${state === "closed" ? text.closed(closed) : text.open}, ${text.invoiceCount(invoices ?? 0)}`,
    smallSecond: text.invoiceCount(invoices ?? 0),
    smallFar:
      state === "closed" ? text.closed(settledOn ? formatDate(settledOn, language, "day") : undefined) : text.open,
  }
}

function invoice(conversation: PortalConversation, { language }: Clock): Lines {
  const { number, state, open, amount, dueDate } = conversation
  const shown = state === "open" ? open : amount
  return {
    title: number,
    far: shown ? formatMoney(shown, language) : "",
    farIsMoney: true,
    second: dueDate ? words[language].due(formatDate(dueDate, language, "short")) : "",
    state: invoiceState(conversation, language) ?? "",
  }
}

/** Overdue, due, paid or closed: with an icon where it matters, and always in words. */
export function invoiceState(conversation: PortalConversation, language: Language): Html | undefined {
  const text = words[language]
  const { state, daysOverdue, settledOn } = conversation
  const settled = settledOn ? formatDate(settledOn, language, "day") : undefined
  if (state === "paid") return html`<span class="state paid">${icon("check")}${text.paid(settled)}</span>`
  if (state === "closed") return html`<span class="state">${text.closed(settled)}</span>`
  if (daysOverdue === null) return undefined
  if (daysOverdue > 0) return html`<span class="state overdue">${icon("clock")}${text.daysOverdue(daysOverdue)}</span>`
  return html`<span class="state">${text.dueIn(-daysOverdue)}</span>`
}

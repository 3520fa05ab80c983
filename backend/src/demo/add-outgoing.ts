import { newId } from "../columns.ts"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace, DemoUser } from "./place.ts"
import { addFiles, bodyOf, converse, type DemoFile, later, show, type ThreadRows } from "./thread-rows.ts"

type Copy = {
  role: "cc" | "bcc"
  relationId: string
  name: string
  address: string
  state: "delivered" | "bounced"
  reason?: string
}

/** Puts one outgoing message on a case's timeline, with what became of each address. */
export function addOutgoing(
  rows: ThreadRows,
  place: DemoPlace,
  message: {
    customer: DemoCustomer
    about: DemoCase
    by: DemoUser
    at: Date
    subject: string
    paragraphs: string[]
    state: "delivered" | "opened" | "bounced" | "sent"
    openedAt?: Date
    copies?: Copy[]
    files?: DemoFile[]
  },
): void {
  const { customer, about, by, at } = message
  const administration = place.administrations[customer.where]
  const id = newId()
  const attemptId = newId()
  const address = customer.contact?.address ?? null
  const common = { organisationId: place.organisationId, messageId: id, attemptId }
  rows.messages.push({
    id,
    organisationId: place.organisationId,
    administrationId: administration.id,
    customerId: customer.id,
    caseKind: about.kind,
    caseId: about.id,
    direction: "outgoing",
    authorUserId: by.id,
    authorName: by.name,
    subject: message.subject,
    ...bodyOf(message.paragraphs),
    signatureHtml:
      by === place.users.sanne
        ? "<p>Kind regards,<br>Sanne de Wit<br>Credit management, 030 555 01 42</p>"
        : `<p>${by.name}<br>${administration.senderName}</p>`,
    fromName: `${by.name} via ${administration.senderName}`,
    fromAddress: administration.senderAddress,
    replyAddress: administration.replyAddress,
    language: customer.language,
    state: "left",
    portalOnly: address === null,
    leftAt: later(at, 10),
    createdAt: at,
  })
  rows.readMarks.push({
    messageId: id,
    organisationId: place.organisationId,
    userId: by.id,
    userName: by.name,
    at,
  })
  rows.attempts.push({
    id: attemptId,
    organisationId: place.organisationId,
    messageId: id,
    number: 1,
    state: "left",
    leavesAt: later(at, 10),
    leftAt: later(at, 10),
    byUserId: by.id,
    byName: by.name,
    createdAt: at,
  })
  const opened = message.state === "opened" ? (message.openedAt ?? later(at, 4_400)) : undefined
  const steps = { queuedAt: later(at, 10), sentAt: later(at, 11), deliveredAt: later(at, 48) }
  if (address === null)
    rows.recipients.push({
      ...common,
      role: "to",
      kind: "customer",
      name: customer.contact?.name ?? null,
      address: null,
      state: opened ? "opened" : "portal-only",
      stateAt: opened ?? later(at, 10),
      openedAt: opened ?? null,
    })
  else
    rows.recipients.push({
      ...common,
      role: "to",
      kind: "customer",
      name: customer.contact?.name ?? null,
      address,
      contactId: customer.contact?.id ?? null,
      state: message.state,
      stateAt: opened ?? later(at, 48),
      reason: message.state === "bounced" ? "Mailbox is full. Try another address." : null,
      ...(message.state === "bounced" ? { queuedAt: steps.queuedAt, sentAt: steps.sentAt } : steps),
      openedAt: opened ?? null,
    })
  for (const [index, copy] of (message.copies ?? []).entries()) {
    const { role, relationId, name, address: copyAddress, state, reason = null } = copy
    rows.recipients.push({
      ...common,
      role,
      kind: "relation",
      relationId,
      name,
      address: copyAddress,
      state,
      reason,
      stateAt: later(at, 55),
      position: index + 1,
      ...steps,
      ...(state === "bounced" ? { deliveredAt: null } : {}),
    })
  }
  addFiles(rows, place, { kind: "message", id }, message.files ?? [])
  show(rows, place, { customer, about, at, thing: { kind: "message", id } })
  converse(rows, place, { customer, about, at, messageId: id, unread: 0 })
}

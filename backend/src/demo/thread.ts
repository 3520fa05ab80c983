import type { attachments } from "../attachments/tables.ts"
import { newId } from "../columns.ts"
import type { conversations, entries } from "../entries/tables.ts"
import type { attempts, messages, readMarks, recipients } from "../messages/tables.ts"
import type { noteForwards, noteRecipients, notes } from "../notes/tables.ts"
import type { DemoCase, DemoCustomer } from "./customers.ts"
import type { DemoPlace, DemoUser } from "./place.ts"

/** Everything the demo's timelines are made of, collected and then written in chunks. */
export type ThreadRows = {
  messages: (typeof messages.$inferInsert)[]
  attempts: (typeof attempts.$inferInsert)[]
  recipients: (typeof recipients.$inferInsert)[]
  readMarks: (typeof readMarks.$inferInsert)[]
  entries: (typeof entries.$inferInsert)[]
  conversations: Map<string, typeof conversations.$inferInsert>
  notes: (typeof notes.$inferInsert)[]
  noteForwards: (typeof noteForwards.$inferInsert)[]
  noteRecipients: (typeof noteRecipients.$inferInsert)[]
  attachments: (typeof attachments.$inferInsert)[]
}

export type DemoFile = { name: string; contentType: string; size: number; sha256: string; fileKey: string }
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

/** Puts a customer's answer on a case's timeline. */
export function addReply(
  rows: ThreadRows,
  place: DemoPlace,
  reply: {
    customer: DemoCustomer
    about: DemoCase
    at: Date
    text: string
    unread: boolean
    readBy?: DemoUser
    files?: DemoFile[]
  },
): void {
  const { customer, about, at } = reply
  const id = newId()
  rows.messages.push({
    id,
    organisationId: place.organisationId,
    administrationId: place.administrations[customer.where].id,
    customerId: customer.id,
    caseKind: about.kind,
    caseId: about.id,
    direction: "incoming",
    authorName: customer.contact?.name ?? customer.name,
    via: "portal",
    ...bodyOf([reply.text]),
    language: customer.language,
    state: "left",
    leftAt: at,
    createdAt: at,
  })
  if (!reply.unread) {
    const reader = reply.readBy ?? place.users.sanne
    rows.readMarks.push({
      messageId: id,
      organisationId: place.organisationId,
      userId: reader.id,
      userName: reader.name,
      at: later(at, 1_800),
    })
  }
  addFiles(rows, place, { kind: "message", id }, reply.files ?? [])
  show(rows, place, { customer, about, at, thing: { kind: "message", id } })
  converse(rows, place, { customer, about, at, messageId: id, unread: reply.unread ? 1 : 0 })
}

/** Puts an internal note on a case's timeline, and whom it was forwarded to. */
export function addNote(
  rows: ThreadRows,
  place: DemoPlace,
  note: {
    customer: DemoCustomer
    about: DemoCase
    by: DemoUser
    at: Date
    text: string
    forward?: { relationId: string; name: string; address: string; at: Date }
  },
): void {
  const { customer, about, by, at, forward } = note
  const id = newId()
  rows.notes.push({
    id,
    organisationId: place.organisationId,
    administrationId: place.administrations[customer.where].id,
    customerId: customer.id,
    caseKind: about.kind,
    caseId: about.id,
    authorUserId: by.id,
    authorName: by.name,
    ...bodyOf([note.text]),
    createdAt: at,
  })
  if (forward) {
    const forwardId = newId()
    const { relationId, name, address } = forward
    rows.noteForwards.push({
      id: forwardId,
      organisationId: place.organisationId,
      noteId: id,
      byUserId: by.id,
      byName: by.name,
      kind: "forwarded",
      createdAt: forward.at,
    })
    rows.noteRecipients.push({
      organisationId: place.organisationId,
      forwardId,
      kind: "relation",
      relationId,
      name,
      address,
      state: "delivered",
      stateAt: later(forward.at, 40),
    })
  }
  show(rows, place, { customer, about, at, thing: { kind: "note", id } })
}

function bodyOf(paragraphs: string[]) {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  return { bodyHtml: paragraphs.map(text => `<p>${escaped(text)}</p>`).join(""), bodyText: paragraphs.join("\n\n") }
}

function addFiles(rows: ThreadRows, place: DemoPlace, owner: { kind: string; id: string }, files: DemoFile[]): void {
  for (const [position, file] of files.entries())
    rows.attachments.push({
      organisationId: place.organisationId,
      ownerKind: owner.kind,
      ownerId: owner.id,
      position,
      claimedAt: place.now,
      ...file,
    })
}

function show(
  rows: ThreadRows,
  place: DemoPlace,
  entry: { customer: DemoCustomer; about: DemoCase; at: Date; thing: { kind: string; id: string } },
): void {
  const { customer, about, at, thing } = entry
  const above =
    about.kind === "invoice" ? (customer.invoices.find(invoice => invoice.id === about.id)?.matterIds ?? []) : []
  const shown = new Map<string, string>([
    [about.id, about.kind],
    ...above.map(id => [id, "matter"] as const),
    [customer.id, "customer"],
  ])
  for (const [caseId, caseKind] of shown)
    rows.entries.push({
      organisationId: place.organisationId,
      administrationId: place.administrations[customer.where].id,
      caseKind,
      caseId,
      thingKind: thing.kind,
      thingId: thing.id,
      at,
    })
}

function converse(
  rows: ThreadRows,
  place: DemoPlace,
  said: { customer: DemoCustomer; about: DemoCase; at: Date; messageId: string; unread: number },
): void {
  const { customer, about, at, messageId } = said
  const before = rows.conversations.get(about.id)
  const unread = (before?.unread ?? 0) + said.unread
  const latest =
    before && before.lastAt > at
      ? { lastMessageId: before.lastMessageId, lastAt: before.lastAt }
      : { lastMessageId: messageId, lastAt: at }
  rows.conversations.set(about.id, {
    organisationId: place.organisationId,
    administrationId: place.administrations[customer.where].id,
    caseKind: about.kind,
    caseId: about.id,
    customerId: customer.id,
    unread,
    hasUnread: unread > 0,
    ...latest,
  })
}

function later(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}

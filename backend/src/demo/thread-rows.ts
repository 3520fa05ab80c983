import type { attachments } from "../attachments/tables.ts"
import type { conversations, entries } from "../entries/tables.ts"
import type { attempts, messages, readMarks, recipients } from "../messages/tables.ts"
import type { noteForwards, noteRecipients, notes, reminders } from "../notes/tables.ts"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace } from "./place.ts"

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
  reminders: (typeof reminders.$inferInsert)[]
  attachments: (typeof attachments.$inferInsert)[]
}

export type DemoFile = { name: string; contentType: string; size: number; sha256: string; fileKey: string }

export function bodyOf(paragraphs: string[]) {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  return { bodyHtml: paragraphs.map(text => `<p>${escaped(text)}</p>`).join(""), bodyText: paragraphs.join("\n\n") }
}

export function addFiles(
  rows: ThreadRows,
  place: DemoPlace,
  owner: { kind: string; id: string },
  files: DemoFile[],
): void {
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

export function show(
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

export function converse(
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

export function later(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}

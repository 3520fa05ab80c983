import { type DeliveryState, DeliveryState as DeliveryStates, failedStates, mayFollow } from "@casepost/shared/delivery"
import { and, eq, isNull, or, sql } from "drizzle-orm"
import { refreshMessagedCases } from "../cases/overview/refresh-messaged-cases.ts"
import { newId } from "../columns.ts"
import type { House } from "../context.ts"
import { isOneOf, isOneOfTexts, rowsOf, type Transaction } from "../database.ts"
import { moveRecipients } from "../messages/recipients/move-recipients.ts"
import { moveNoteRecipients, moveReminders } from "../notes/move-note-recipients.ts"
import { findOpened } from "./outcome/find-opened.ts"
import { EventDetail, type Outcome, readOutcome } from "./outcome/read-outcome.ts"
import { tellOfFailures } from "./outcome/tell-of-failures.ts"
import { deliveryEvents, mails, suppressions } from "./tables.ts"

/** Something that happened to a mail. `eventId` is the provider's own (`svix-id`) or says what happened to what. */
export type DeliveryEvent = {
  eventId: string
  /** Resend's (`email.delivered`) or ours: `casepost.accepted`, `casepost.refused`, `casepost.unknown`, `casepost.opened`. */
  type: string
  mailId?: string | undefined
  providerId?: string | undefined
  /** `casepost.opened`: whose link was used, and which message was read. */
  recipientId?: string | undefined
  messageId?: string | undefined
  happenedAt: Date
  detail: EventDetail
}

/**
 * The one door by which anything happens to a recipient after a message left. Each event is stored once; they may come in any order,
 * also before the provider's id was stored: a state only ever gives way to a stronger one.
 */
export async function recordEvent(house: House, event: DeliveryEvent): Promise<void> {
  await house.database.inScope({ role: "casepost_system" }, tx => recordEvents(house, tx, [event]))
}

/** Many at once, within the transaction of what caused them. */
export async function recordEvents(house: House, tx: Transaction, events: DeliveryEvent[]): Promise<void> {
  if (events.length === 0) return
  const concerned = await correlate(tx, events)
  const fresh = await store(tx, events, concerned)
  const happened: Happened[] = []
  for (const event of events) {
    if (!fresh.has(event.eventId)) continue
    if (event.type === "casepost.opened") {
      const outcome = readOutcome(event.type, {}, "") as Outcome
      for (const recipientId of await findOpened(tx, event)) happened.push({ event, outcome, recipientId })
      continue
    }
    const mail = concerned.get(event)
    const outcome = mail && readOutcome(event.type, event.detail, mail.address)
    if (mail && outcome) happened.push({ event, outcome, mail, recipientId: mail.recipientId })
  }
  await apply(house, tx, happened)
}

/** Gives the ids of those that were not stored before. */
async function store(
  tx: Transaction,
  events: DeliveryEvent[],
  concerned: Map<DeliveryEvent, Mail>,
): Promise<Set<string>> {
  const rows = events.map(event => ({
    id: newId(),
    event_id: event.eventId,
    organisation_id: concerned.get(event)?.organisationId ?? null,
    mail_id: concerned.get(event)?.id ?? null,
    provider_id: event.providerId ?? null,
    type: event.type,
    detail: { ...EventDetail.parse(event.detail), ...(event.messageId ? { messageId: event.messageId } : {}) },
    happened_at: event.happenedAt.toISOString(),
  }))
  // One parameter for all rows, as in `leave-due`.
  const stored = await tx.execute(sql`
    insert into ${deliveryEvents} (id, event_id, organisation_id, mail_id, provider_id, type, detail, happened_at)
    select id, event_id, organisation_id, mail_id, provider_id, type, detail, happened_at
    from jsonb_populate_recordset(null::${deliveryEvents}, ${JSON.stringify(rows)}::text::jsonb)
    on conflict (event_id) do nothing returning event_id`)
  return new Set(rowsOf<{ event_id: string }>(stored).map(row => row.event_id))
}

export type Mail = typeof mails.$inferSelect
export type Happened = { event: DeliveryEvent; outcome: Outcome; mail?: Mail; recipientId: string | null }

/** The mail an event is about: by our own tag, else by the provider's id, which it may be the first to tell. */
async function correlate(tx: Transaction, events: DeliveryEvent[]): Promise<Map<DeliveryEvent, Mail>> {
  const ids = events.flatMap(event => event.mailId ?? [])
  const providerIds = events.flatMap(event => event.providerId ?? [])
  const concerned = new Map<DeliveryEvent, Mail>()
  if (ids.length + providerIds.length === 0) return concerned
  const rows = await tx
    .select()
    .from(mails)
    .where(or(isOneOf(mails.id, ids), isOneOfTexts(mails.providerId, providerIds)))
  for (const event of events) {
    const mail =
      rows.find(row => row.id === event.mailId) ??
      rows.find(row => row.providerId !== null && row.providerId === event.providerId)
    if (!mail) continue
    concerned.set(event, mail)
    if (event.providerId && !mail.providerId)
      await tx
        .update(mails)
        .set({ providerId: event.providerId })
        .where(and(eq(mails.id, mail.id), isNull(mails.providerId)))
  }
  return concerned
}

async function apply(house: House, tx: Transaction, happened: Happened[]): Promise<void> {
  const alike = Map.groupBy(happened, ({ event, outcome }) =>
    [outcome.state, outcome.reason, outcome.stamp, event.happenedAt.getTime()].join("\n"),
  )
  const failedOrOpened: string[] = []
  for (const group of alike.values()) {
    const [first] = group
    if (!first) continue
    const { outcome, event } = first
    const move = { from: statesBefore(outcome.state), to: outcome.state, reason: outcome.reason, at: event.happenedAt }
    const recipientIds = await moveRecipients(tx, {
      ...move,
      stamp: outcome.stamp,
      ids: group.flatMap(one => one.recipientId ?? []),
    })
    const noteRecipientIds = await moveNoteRecipients(tx, {
      ...move,
      ids: group.flatMap(one => one.mail?.noteRecipientId ?? []),
    })
    const reminderIds = await moveReminders(tx, { ...move, ids: group.flatMap(one => one.mail?.reminderId ?? []) })
    await suppress(tx, group)
    if (failedStates.includes(outcome.state))
      await tellOfFailures(house, tx, { outcome, recipientIds, noteRecipientIds, reminderIds })
    if (failedStates.includes(outcome.state) || outcome.state === "opened") failedOrOpened.push(...recipientIds)
  }
  await refreshMessagedCases(tx, failedOrOpened)
}

/** The states that give way to this one; "not known" only takes the place of what has not been sent. */
function statesBefore(next: DeliveryState): DeliveryState[] {
  if (next === "unknown") return ["scheduled", "held", "queued"]
  return DeliveryStates.options.filter(now => mayFollow(now, next))
}

/** The provider delivers to this address no more: neither do we, in this organisation. */
async function suppress(tx: Transaction, group: Happened[]): Promise<void> {
  const rows = group.flatMap(({ outcome, mail, event }) =>
    outcome.suppress && mail?.organisationId
      ? [
          {
            organisationId: mail.organisationId,
            address: mail.address,
            reason: outcome.suppress,
            detail: outcome.reason,
            since: event.happenedAt,
          },
        ]
      : [],
  )
  if (rows.length === 0) return
  await tx
    .insert(suppressions)
    .values(rows)
    .onConflictDoNothing({ target: [suppressions.organisationId, suppressions.address], where: sql`lifted_at is null` })
}

import { newId } from "../columns.ts"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace, DemoUser } from "./place.ts"
import { bodyOf, later, show, type ThreadRows } from "./thread-rows.ts"

/** A relation or colleague who is told of a note. */
export type DemoPerson =
  | { relationId: string; name: string; address: string }
  | { userId: string; name: string; address: string }

export type DemoNote = {
  customer: DemoCustomer
  about: DemoCase
  by: DemoUser
  at: Date
  text: string
  mentions?: DemoUser[]
  /** Who got it when it was written. */
  to?: DemoPerson[]
  forward?: { to: DemoPerson; at: Date }
  /** Waits while its moment is to come. */
  reminder?: { to: DemoPerson; at: Date }
  doneAt?: Date
}

/** Puts an internal note on a case's timeline: whom it was mailed and forwarded to, and its reminder. */
export function addNote(rows: ThreadRows, place: DemoPlace, note: DemoNote): void {
  const { customer, about, by, at, to = [], forward, reminder, doneAt } = note
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
    mentions: (note.mentions ?? []).map(user => ({ userId: user.id, name: user.name })),
    ...(doneAt ? { doneAt, doneBy: by.name } : {}),
    createdAt: at,
  })
  if (to.length > 0) mail(rows, place, { noteId: id, kind: "written", by, at, to })
  if (forward) mail(rows, place, { noteId: id, kind: "forwarded", by, at: forward.at, to: [forward.to] })
  if (reminder) remind(rows, place, { noteId: id, by, setAt: at, ...reminder })
  show(rows, place, { customer, about, at, thing: { kind: "note", id } })
}

type Mailed = { noteId: string; kind: "written" | "forwarded"; by: DemoUser; at: Date; to: DemoPerson[] }

function mail(rows: ThreadRows, place: DemoPlace, { noteId, kind, by, at, to }: Mailed): void {
  const { organisationId } = place
  const id = newId()
  rows.noteForwards.push({ id, organisationId, noteId, byUserId: by.id, byName: by.name, kind, createdAt: at })
  for (const [position, person] of to.entries())
    rows.noteRecipients.push({
      organisationId,
      forwardId: id,
      ...person,
      kind: kindOf(person),
      state: "delivered",
      stateAt: later(at, 40),
      position,
    })
}

type Reminded = { noteId: string; by: DemoUser; setAt: Date; at: Date; to: DemoPerson }

function remind(rows: ThreadRows, place: DemoPlace, { noteId, by, setAt, at, to }: Reminded): void {
  const waits = at > place.now
  rows.reminders.push({
    organisationId: place.organisationId,
    noteId,
    at,
    timeZone: "Europe/Amsterdam",
    ...to,
    kind: kindOf(to),
    setByUserId: by.id,
    setByName: by.name,
    state: waits ? "scheduled" : "delivered",
    stateAt: waits ? setAt : later(at, 40),
    sentAt: waits ? null : at,
    createdAt: setAt,
  })
}

function kindOf(person: DemoPerson): "relation" | "colleague" {
  return "relationId" in person ? "relation" : "colleague"
}

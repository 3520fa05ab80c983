import { newId } from "../columns.ts"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace, DemoUser } from "./place.ts"
import { bodyOf, later, show, type ThreadRows } from "./thread-rows.ts"

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

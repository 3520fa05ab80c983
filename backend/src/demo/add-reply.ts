import { newId } from "../columns.ts"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace, DemoUser } from "./place.ts"
import { addFiles, bodyOf, converse, type DemoFile, later, show, type ThreadRows } from "./thread-rows.ts"

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

import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

/** Internal. The portal's role has no grant on any table of this file. */
export const notes = pgTable(
  "notes",
  {
    id: id(),
    organisationId: tenant(),
    administrationId: uuid()
      .notNull()
      .references(() => administrations.id),
    customerId: uuid().notNull(),
    caseKind: text().notNull(),
    caseId: uuid().notNull(),
    authorUserId: uuid(),
    authorName: text().notNull(),
    bodyHtml: text().notNull(),
    bodyText: text().notNull(),
    draftId: uuid(),
    doneAt: moment(),
    doneBy: text(),
    createdAt: createdAt(),
  },
  t => [index().on(t.caseKind, t.caseId), index().on(t.organisationId)],
)

/** A note mailed to people: at writing (`forwarded` false) or later from the three dots. */
export const noteForwards = pgTable(
  "note_forwards",
  {
    id: id(),
    organisationId: tenant(),
    noteId: uuid()
      .notNull()
      .references(() => notes.id, { onDelete: "cascade" }),
    byUserId: uuid(),
    byName: text().notNull(),
    kind: text().notNull(),
    createdAt: createdAt(),
  },
  t => [index().on(t.noteId)],
)

export const noteRecipients = pgTable(
  "note_recipients",
  {
    id: id(),
    organisationId: tenant(),
    forwardId: uuid()
      .notNull()
      .references(() => noteForwards.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    name: text(),
    address: text().notNull(),
    relationId: uuid(),
    userId: uuid(),
    state: text().notNull(),
    stateAt: moment().notNull().defaultNow(),
    reason: text(),
  },
  t => [index().on(t.forwardId)],
)

export const reminders = pgTable(
  "reminders",
  {
    id: id(),
    organisationId: tenant(),
    noteId: uuid()
      .notNull()
      .references(() => notes.id, { onDelete: "cascade" }),
    at: moment().notNull(),
    timeZone: text().notNull(),
    kind: text().notNull(),
    name: text(),
    address: text().notNull(),
    relationId: uuid(),
    userId: uuid(),
    sentAt: moment(),
    doneAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.noteId), index().on(t.at)],
)

import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
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
    /** Colleagues named in the text, with the names they had. */
    mentions: jsonb().$type<{ userId: string; name: string }[]>().notNull().default([]),
    doneAt: moment(),
    doneBy: text(),
    createdAt: createdAt(),
  },
  t => [
    uniqueIndex("notes_one_a_draft").on(t.draftId).where(sql`draft_id is not null`),
    index().on(t.caseKind, t.caseId),
    index().on(t.organisationId),
  ],
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
    /** `held` until the dispatcher takes it; then as in shared/src/delivery.ts. */
    state: text().notNull(),
    stateAt: moment().notNull().defaultNow(),
    reason: text(),
    position: integer().notNull().default(0),
  },
  t => [index().on(t.forwardId), index("note_recipients_held").on(t.stateAt).where(sql`state = 'held'`)],
)

/** One row an address to be reminded; those of one reminder share moment and zone. Relations' and colleagues' addresses are read when it leaves. */
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
    /** The writer said yes to this address though it is a customer's. */
    confirmed: boolean().notNull().default(false),
    /** `scheduled` until its moment; then as in shared/src/delivery.ts. */
    state: text().notNull().default("scheduled"),
    stateAt: moment().notNull().defaultNow(),
    reason: text(),
    setByUserId: uuid(),
    setByName: text().notNull().default(""),
    sentAt: moment(),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  t => [index().on(t.noteId), index("reminders_due").on(t.at).where(sql`state = 'scheduled'`)],
)

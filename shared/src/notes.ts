import * as z from "zod"
import { Address } from "./addresses.ts"
import { Attachment } from "./attachments.ts"
import { CaseRef } from "./cases.ts"
import { ById, DateOnly, deed, Id, line, Moment } from "./contract.ts"
import { DeliveryState } from "./delivery.ts"
import { isTimeZone } from "./zoned-time.ts"

/** People one note, forward or reminder may be mailed to. */
export const mostNoteRecipients = 50
/** Characters of sanitised HTML a note may hold. */
export const mostNoteCharacters = 100_000
/** Years ahead a reminder can be set. */
export const mostReminderYears = 5

/** Whom a note is told: a relation or colleague of the case's administration, or an address that somebody typed (not by a restricted user). */
export const NoteRecipientInput = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("colleague"), userId: Id }),
    z.object({ kind: z.literal("relation"), relationId: Id }),
    z.object({ kind: z.literal("typed"), address: Address, name: line(200).optional() }),
  ])
  .meta({ id: "NoteRecipientInput" })
export type NoteRecipientInput = z.infer<typeof NoteRecipientInput>

const recipients = z
  .array(NoteRecipientInput)
  .max(mostNoteRecipients, `At most ${mostNoteRecipients} recipients. Take some out.`)

/**
 * When and whom to remind: the wall clock of a zone. A time that is skipped in spring becomes the one an hour later; of a time that comes
 * twice in autumn, the first. One's own user id is fine as a recipient.
 */
export const ReminderInput = z
  .object({
    date: DateOnly,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as hours and minutes, such as 09:00."),
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, "This time zone is not known.")
      .describe("IANA: `Europe/Amsterdam`"),
    recipients: recipients.min(1, "Choose who is reminded."),
  })
  .meta({ id: "ReminderInput" })
export type ReminderInput = z.infer<typeof ReminderInput>

const confirmedAddresses = z
  .array(Address)
  .max(mostNoteRecipients)
  .default([])
  .describe("Addresses of customers that the writer confirmed after customer-address")

export const AddNoteBody = z
  .object({
    caseRef: CaseRef,
    bodyHtml: z
      .string()
      .min(1, "Write a note.")
      .max(mostNoteCharacters)
      .describe("Sanitised on the way in: p br strong em u a ul ol li blockquote"),
    recipients: recipients.default([]),
    mentions: z
      .array(Id)
      .max(mostNoteRecipients)
      .default([])
      .describe(
        "User ids of colleagues named as @… in the text: they are notified, the note itself is not mailed to them",
      ),
    attachmentIds: z.array(Id).max(20).default([]),
    reminder: ReminderInput.nullable().default(null),
    confirmedAddresses,
    draftId: Id.optional().describe("Consumed in the same transaction; it is the idempotency key"),
    draftVersion: z.number().int().max(2_147_483_647).optional(),
  })
  .meta({ id: "AddNoteBody" })
export type AddNoteBody = z.infer<typeof AddNoteBody>

/** One address a note or a reminder of it is mailed to, and what became of it. */
export const NoteRecipient = z
  .object({
    id: Id,
    kind: z.enum(["colleague", "relation", "typed"]),
    name: z.string().nullable(),
    address: z.string(),
    state: DeliveryState.describe("`scheduled`: a reminder that waits; `left-out`: no longer available; never opened"),
    at: Moment,
    reason: z.string().nullable(),
  })
  .meta({ id: "NoteRecipient" })
export type NoteRecipient = z.infer<typeof NoteRecipient>

/** An internal note as a timeline shows it. */
export const NoteEntry = z
  .object({
    type: z.literal("note"),
    id: Id,
    at: Moment,
    caseRef: CaseRef,
    caseNumber: z.string(),
    bodyHtml: z.string().describe("Sanitised; show it in a frame without scripts or sanitise again"),
    attachments: z.array(Attachment),
    author: z.object({ id: Id.nullable(), name: z.string() }),
    mentions: z.array(z.object({ userId: Id, name: z.string() })),
    recipients: z.array(NoteRecipient).describe("Whom it was mailed to when it was written"),
    forwards: z
      .array(z.object({ id: Id, by: z.string(), at: Moment, to: z.array(NoteRecipient) }))
      .describe("First to last"),
    reminder: z
      .object({ at: Moment, timeZone: z.string(), isPast: z.boolean(), recipients: z.array(NoteRecipient) })
      .nullable()
      .describe("The one that waits, else the last one that was sent"),
    doneAt: Moment.nullable().describe("Done: no reminder goes out any more"),
    doneBy: z.string().nullable(),
  })
  .meta({ id: "NoteEntry" })
export type NoteEntry = z.infer<typeof NoteEntry>

const refusals = ["customer-address", "relation-unavailable", "sending-off"] as const

export const deeds = {
  addNote: deed({
    id: "addNote",
    method: "post",
    path: "/api/v1/notes",
    access: "restricted",
    summary: "Add an internal note to a customer, matter or invoice",
    description:
      "Never visible to the customer. Recipients get it by e-mail with its attachments and without any portal link; their answers go to the author. " +
      "A restricted user names colleagues and relations only: a typed address is not-allowed. A consumed draft or a repeated Idempotency-Key gives the same note again.",
    body: AddNoteBody,
    answer: NoteEntry,
    status: 201,
    idempotent: true,
    problems: [...refusals, "stale-draft", "attachment-refused", "too-large", "idempotency-mismatch"],
  }),
  getNote: deed({
    id: "getNote",
    method: "get",
    path: "/api/v1/notes/{id}",
    access: "restricted",
    summary: "An internal note: its text, whom it was mailed to, its reminder",
    params: ById,
    answer: NoteEntry,
  }),
  forwardNote: deed({
    id: "forwardNote",
    method: "post",
    path: "/api/v1/notes/{id}/forward",
    access: "restricted",
    summary: "Mail an existing note to colleagues, relations or typed addresses; the timeline shows to whom and when",
    params: ById,
    body: z.object({ recipients: recipients.min(1, "Add a recipient."), confirmedAddresses }),
    answer: NoteEntry,
    status: 201,
    idempotent: true,
    problems: [...refusals, "idempotency-mismatch"],
  }),
  setReminder: deed({
    id: "setReminder",
    method: "put",
    path: "/api/v1/notes/{id}/reminder",
    access: "restricted",
    summary: "Set, change or take away the reminder of a note; one that was sent stays in the timeline",
    params: ById,
    body: z.object({ reminder: ReminderInput.nullable(), confirmedAddresses }),
    answer: NoteEntry,
    problems: [...refusals],
  }),
  setNoteDone: deed({
    id: "setNoteDone",
    method: "put",
    path: "/api/v1/notes/{id}/done",
    access: "restricted",
    summary: "Mark a note done or not done; a done note reminds nobody",
    params: ById,
    body: z.object({ done: z.boolean() }),
    answer: NoteEntry,
  }),
}

import * as z from "zod"
import { Attachment } from "./attachments.ts"
import { CaseKind, CaseRef } from "./cases.ts"
import { deed, Id, Moment } from "./contract.ts"
import { MessageContent, type RecipientInput } from "./messages.ts"
import { mostNoteRecipients, NoteRecipientInput } from "./notes.ts"

export const draftKinds = ["message", "note"] as const
export const DraftKind = z.enum(draftKinds)
export type DraftKind = z.infer<typeof DraftKind>

/** A reminder as it is being written: date and time as typed, be they complete or not. */
export const DraftReminder = z
  .object({
    date: z.string().max(20),
    time: z.string().max(10),
    timeZone: z.string().max(64),
    recipients: z.array(NoteRecipientInput).max(mostNoteRecipients),
  })
  .meta({ id: "DraftReminder" })
export type DraftReminder = z.infer<typeof DraftReminder>

/** What is being written: a message, or a note (its text in `bodyHtml`, its own recipients, its reminder; it has no To, CC or BCC). */
export const DraftContent = MessageContent.extend({
  standardMessageId: Id.nullable().default(null),
  names: z
    .record(z.string(), z.string())
    .default({})
    .describe("Shown names of recipients, by relation id, user id or address"),
  noteRecipients: z.array(NoteRecipientInput).max(mostNoteRecipients).default([]),
  mentions: z.array(Id).max(mostNoteRecipients).default([]).describe("User ids of colleagues named as @… in a note"),
  reminder: DraftReminder.nullable().default(null),
  unfinished: z
    .record(z.string().max(40), z.array(z.string().max(254)).max(mostNoteRecipients))
    .default({})
    .describe(
      "Typed recipients that are no complete address yet, by field (`to`, `cc`, `noteRecipients` …): kept, never sent to",
    ),
}).meta({ id: "DraftContent" })
export type DraftContent = z.infer<typeof DraftContent>
export type DraftRecipient = RecipientInput

/** What a new draft begins with. */
export const emptyContent: DraftContent = {
  to: [],
  cc: [],
  bcc: [],
  subject: "",
  bodyHtml: "",
  attachmentIds: [],
  standardMessageId: null,
  names: {},
  noteRecipients: [],
  mentions: [],
  reminder: null,
  unfinished: {},
}

/** One draft per user, case and kind, kept by the server. */
export const Draft = z
  .object({
    id: Id,
    kind: DraftKind,
    caseRef: CaseRef,
    caseNumber: z.string(),
    customerName: z.string(),
    content: DraftContent,
    attachments: z.array(Attachment),
    leftOut: z
      .array(z.string())
      .describe("Names of relations and colleagues no longer available here: taken out of `content`, to be said once"),
    version: z.number().int().describe("Grows by one with every save"),
    surface: z.string().describe("Where it was last typed: an opaque name of the tab"),
    savedAt: Moment,
  })
  .meta({ id: "Draft" })
export type Draft = z.infer<typeof Draft>

const place = z.object({ kind: DraftKind, caseKind: CaseKind, caseId: Id })

export const deeds = {
  listDrafts: deed({
    id: "listDrafts",
    method: "get",
    path: "/api/v1/drafts",
    access: "signed-in",
    summary: "My drafts, last saved first",
    answer: z.object({ drafts: z.array(Draft) }),
  }),
  getDraft: deed({
    id: "getDraft",
    method: "get",
    path: "/api/v1/drafts/{kind}/{caseKind}/{caseId}",
    access: "restricted",
    summary: "My draft for a case, if there is one",
    params: place,
    answer: z.object({ draft: Draft.nullable() }),
  }),
  saveDraft: deed({
    id: "saveDraft",
    method: "put",
    path: "/api/v1/drafts/{kind}/{caseKind}/{caseId}",
    access: "restricted",
    summary: "Save my draft for a case",
    description:
      "`version` is that of the draft one started from, 0 for a new one. When it was saved elsewhere meanwhile: stale-draft, nothing is overwritten.",
    params: place,
    body: z.object({
      content: DraftContent,
      version: z.number().int().min(0).max(2_147_483_647),
      surface: z.string().max(64),
    }),
    answer: Draft,
    problems: ["stale-draft"],
  }),
  discardDraft: deed({
    id: "discardDraft",
    method: "delete",
    path: "/api/v1/drafts/{kind}/{caseKind}/{caseId}",
    access: "restricted",
    summary: "Throw my draft for a case away",
    params: place,
  }),
}

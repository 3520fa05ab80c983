import * as z from "zod"
import { Attachment } from "./attachments.ts"
import { CaseSummary, caseKinds, Money } from "./cases.ts"
import { ById, deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"
import { DeliveryState } from "./delivery.ts"
import { mostBodyCharacters, mostRecipients, RecipientInput } from "./messages.ts"
import { Language } from "./organisations.ts"
import { mostBulkCases, OverviewFilter } from "./overviews.ts"
import { placeholderNames } from "./placeholders.ts"

export { mostBulkCases }

/** Which cases: ticked ones, or all that fit a filter at this moment, less those that were unticked. All of one kind. */
export const BulkSelection = z
  .discriminatedUnion("by", [
    z.object({ by: z.literal("ids"), kind: z.enum(caseKinds), ids: z.array(Id).min(1).max(mostBulkCases) }),
    z.object({ by: z.literal("filter"), filter: OverviewFilter, except: z.array(Id).max(5_000).default([]) }),
  ])
  .meta({ id: "BulkSelection" })
export type BulkSelection = z.infer<typeof BulkSelection>

/** What is written once. A customer whose language has no text gets the administration's fallback language's, then any. */
export const BulkContent = z
  .object({
    standardMessageId: Id.nullable().default(null),
    texts: z
      .array(
        z.object({ language: Language, subject: z.string().max(300), bodyHtml: z.string().max(mostBodyCharacters) }),
      )
      .max(4)
      .describe("By language, each at most once; placeholders as `{{name|fallback}}`"),
    cc: z
      .array(RecipientInput)
      .max(mostRecipients)
      .describe("Relations, colleagues or typed addresses: a copy of every message each"),
    bcc: z.array(RecipientInput).max(mostRecipients),
    names: z
      .record(z.string(), z.string())
      .default({})
      .describe("Shown names of recipients, by relation id, user id or address"),
    attachmentIds: z.array(Id).max(20).describe("The same files in every message"),
    attachInvoicePdf: z
      .boolean()
      .default(false)
      .describe("Each case's own invoice PDF; where there is none, a value is missing"),
    filesInPortal: z
      .boolean()
      .default(false)
      .describe("Files stand in the portal instead of in the mail: mails without files leave a hundred to a request"),
  })
  .meta({ id: "BulkContent" })
export type BulkContent = z.infer<typeof BulkContent>

/** What stands in the way of a case, or that nothing does. */
export const bulkChecks = [
  "ready",
  "portal-only",
  "missing",
  "suppressed",
  "do-not-message",
  "no-right",
  "settled",
] as const
/** `writing` (a draft) · `held` (10 s of undo) · `scheduled` · `sending` · `paused` · `stopped` · `done`. */
export const bulkStates = ["writing", "held", "scheduled", "sending", "paused", "stopped", "done"] as const
/** Of one case once it was sent off: `waiting` (for its turn), `message` (there is one), `left-out` (with the reason). */
export const bulkCaseStates = ["waiting", "message", "left-out"] as const
export const BulkState = z.enum(bulkStates)
export type BulkState = z.infer<typeof BulkState>
export const BulkCheck = z.enum(bulkChecks)
export type BulkCheck = z.infer<typeof BulkCheck>

/** Said before sending; none of it stops anything. */
export const BulkWarning = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("several-for-customer"), customers: z.number().int(), most: z.number().int() }),
    z.object({ kind: z.literal("copies"), name: z.string(), copies: z.number().int() }),
    z.object({ kind: z.literal("messaged-lately"), cases: z.number().int(), days: z.number().int() }),
    z.object({ kind: z.literal("slow-files"), seconds: z.number().int(), secondsWithout: z.number().int() }),
    z.object({ kind: z.literal("language-missing"), language: Language, cases: z.number().int(), taken: Language }),
    z.object({ kind: z.literal("left-out-recipient"), name: z.string() }),
  ])
  .meta({ id: "BulkWarning" })
export type BulkWarning = z.infer<typeof BulkWarning>

const counts = z.record(z.string(), z.number().int())

/** A bulk message: while it is written, while it runs, and afterwards. */
export const BulkMessage = z
  .object({
    id: Id,
    state: BulkState,
    name: z.string().describe("The standard message's description, else the subject; empty while there is neither"),
    kind: z.enum(caseKinds),
    administrationIds: z.array(Id),
    administrationNames: z.array(z.string()),
    byUserId: Id.nullable(),
    byName: z.string(),
    mine: z.boolean(),
    content: BulkContent,
    attachments: z.array(Attachment),
    version: z.number().int(),
    total: z.number().int().describe("Cases that were chosen"),
    checked: z
      .number()
      .int()
      .describe("Cases looked at since the text last changed; below `total` it goes on in the background: ask again"),
    checks: counts.describe("Chosen cases by check, those taken out by hand counted under `taken-out`"),
    languages: counts.describe("Messages by customers' language"),
    messages: z.number().int().describe("That will be made, or were"),
    mails: z.number().int().describe("Messages to a customer's e-mail address"),
    portalOnly: z.number().int().describe("Messages nobody is mailed about: no address, or one that takes no mail"),
    missing: z.array(
      z.object({ name: z.enum(placeholderNames).or(z.literal("invoice-pdf")), cases: z.number().int() }),
    ),
    warnings: z.array(BulkWarning),
    seconds: z.number().int().describe("How long it takes at the provider's limit"),
    results: counts.describe(
      "Once sent off: waiting, sending, sent, delivered, opened, not-delivered, portal-only, left-out, cancelled; each message once, under the state of its To address",
    ),
    answered: z.number().int().describe("Messages whose conversation got an answer since"),
    retryable: z.number().int().describe("Failed ones that can go again as they are"),
    ratePerMinute: z.number().int().nullable().describe("While sending"),
    secondsLeft: z.number().int().nullable(),
    leavesAt: Moment.nullable().describe("End of the undo time, or when it is scheduled for"),
    startedAt: Moment.nullable(),
    finishedAt: Moment.nullable(),
    createdAt: Moment,
    savedAt: Moment,
  })
  .meta({ id: "BulkMessage" })
export type BulkMessage = z.infer<typeof BulkMessage>

/** One chosen case. */
export const BulkCase = z
  .object({
    position: z.number().int().describe("Its place, from 0; it never changes"),
    case: CaseSummary.nullable().describe("None: it is gone, or one may no longer see it"),
    open: z.array(Money),
    takenOut: z.boolean().describe("By hand, before sending"),
    check: BulkCheck.nullable(),
    missing: z.array(z.string()).describe("Placeholder names, or `invoice-pdf`"),
    values: z.record(z.string(), z.string()).describe("Filled in by hand, for this message only"),
    language: Language,
    address: z.string().nullable(),
    state: z.enum(bulkCaseStates),
    reason: z.string().nullable().describe("Why it was left out, in words"),
    messageId: Id.nullable(),
    delivery: DeliveryState.nullable().describe("Of the message's To address"),
    deliveryReason: z.string().nullable(),
    retryable: z.boolean(),
    next: z.enum(["retry", "change-address", "fill-in", "open"]).nullable().describe("The one step that helps"),
  })
  .meta({ id: "BulkCase" })
export type BulkCase = z.infer<typeof BulkCase>

export const BulkPreview = z
  .object({
    position: z.number().int(),
    customerName: z.string(),
    caseNumber: z.string(),
    check: BulkCheck,
    missing: z.array(z.string()),
    reason: z.string().nullable(),
    language: Language,
    from: z.string(),
    to: z.string().nullable(),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
    subject: z.string(),
    subjectHtml: z.string().describe("The same, marked like `bodyHtml`"),
    bodyHtml: z
      .string()
      .describe("Filled; what was filled in stands in `<mark>`, what is missing in `<mark data-missing>`"),
    signatureHtml: z.string().nullable(),
    files: z.array(z.string()),
    previous: z.number().int().nullable().describe("Position of the message before, among those that go out"),
    next: z.number().int().nullable(),
    place: z.number().int().nullable().describe("Its number among those that go out, from 1"),
  })
  .meta({ id: "BulkPreview" })
export type BulkPreview = z.infer<typeof BulkPreview>

const id = ById
const version = z.number().int().min(1).max(2_147_483_647)
const run = (name: "undo" | "pause" | "resume" | "stop", summary: string) =>
  deed({
    id: `${name}BulkMessage`,
    method: "post",
    path: `/api/v1/bulk-messages/{id}/${name}`,
    access: "standard",
    summary,
    params: id,
    answer: BulkMessage,
    problems: ["undo-too-late", "not-left-yet"],
  })

export const deeds = {
  openBulkMessage: deed({
    id: "openBulkMessage",
    method: "post",
    path: "/api/v1/bulk-messages/preview",
    access: "signed-in",
    summary: "Freeze a selection of cases and see what would be sent, before anything is",
    description:
      "Makes a bulk message in state `writing`: a draft of one's own that is kept until it is sent or thrown away. At most 50,000 cases, all in administrations one may see.",
    body: z.object({ selection: BulkSelection, content: BulkContent.optional() }),
    answer: BulkMessage,
    status: 201,
    idempotent: true,
    problems: ["too-large", "placeholder-unknown", "relation-unavailable"],
  }),
  saveBulkMessage: deed({
    id: "saveBulkMessage",
    method: "put",
    path: "/api/v1/bulk-messages/{id}",
    access: "standard",
    summary: "Save what is written, and check every case again where it matters",
    params: id,
    body: z.object({ content: BulkContent, version }),
    answer: BulkMessage,
    problems: ["stale-draft", "relation-unavailable"],
  }),
  listBulkMessages: deed({
    id: "listBulkMessages",
    method: "get",
    path: "/api/v1/bulk-messages",
    access: "signed-in",
    summary: "Bulk messages of everybody in administrations one may see, and one's own drafts",
    query: PageQuery.extend({
      sort: z.enum(["newest", "oldest"]).default("newest"),
      drafts: z.enum(["true", "false"]).default("false").describe("Only one's own that are being written"),
    }),
    answer: z.object({ bulkMessages: z.array(BulkMessage), nextCursor: NextCursor }),
  }),
  getBulkMessage: deed({
    id: "getBulkMessage",
    method: "get",
    path: "/api/v1/bulk-messages/{id}",
    access: "restricted",
    summary: "A bulk message with its figures of this moment",
    params: id,
    answer: BulkMessage,
  }),
  listBulkCases: deed({
    id: "listBulkCases",
    method: "get",
    path: "/api/v1/bulk-messages/{id}/cases",
    access: "restricted",
    summary: "Its cases, in the order they were chosen",
    params: id,
    query: PageQuery.extend({
      show: z
        .enum([
          "all",
          "attention",
          "left-out",
          "waiting",
          "sent",
          "delivered",
          "opened",
          "not-delivered",
          "problems",
          "taken-out",
          ...bulkChecks,
        ])
        .default("all"),
    }),
    answer: z.object({ cases: z.array(BulkCase), nextCursor: NextCursor }),
  }),
  previewBulkCase: deed({
    id: "previewBulkCase",
    method: "get",
    path: "/api/v1/bulk-messages/{id}/cases/{position}/preview",
    access: "restricted",
    summary: "The message one case gets, or got, filled in",
    params: z.object({ id: Id, position: z.coerce.number().int().min(0).max(mostBulkCases) }),
    answer: BulkPreview,
  }),
  changeBulkCase: deed({
    id: "changeBulkCase",
    method: "put",
    path: "/api/v1/bulk-messages/{id}/cases/{position}",
    access: "standard",
    summary: "Take a case out or back in, or fill in a missing value for its message only",
    description: "After sending: a case that was left out for a missing value is sent with it (`send`).",
    params: z.object({ id: Id, position: z.coerce.number().int().min(0).max(mostBulkCases) }),
    body: z.object({
      takenOut: z.boolean().optional(),
      values: z.partialRecord(z.enum(placeholderNames), z.string().max(300)).optional(),
      send: z.boolean().default(false),
    }),
    answer: z.object({ bulkMessage: BulkMessage, case: BulkCase }),
  }),
  changeBulkCases: deed({
    id: "changeBulkCases",
    method: "put",
    path: "/api/v1/bulk-messages/{id}/cases",
    access: "standard",
    summary: "Take all its cases out, or back in",
    params: id,
    body: z.object({ takenOut: z.boolean() }),
    answer: BulkMessage,
  }),
  testBulkMessage: deed({
    id: "testBulkMessage",
    method: "post",
    path: "/api/v1/bulk-messages/{id}/test-mail",
    access: "standard",
    summary: "Mail one of its messages to oneself, marked as a test; its button leads nowhere",
    params: id,
    body: z.object({ position: z.number().int().min(0).max(mostBulkCases) }),
    answer: z.object({ address: z.string() }),
    problems: ["sending-off", "too-many", "placeholder-missing"],
  }),
  sendBulkMessage: deed({
    id: "sendBulkMessage",
    method: "post",
    path: "/api/v1/bulk-messages/{id}/send",
    access: "standard",
    summary: "Accept it: the text and the cases are fixed, everything else runs in the background",
    description:
      "Held for 10 seconds, or until `sendAt`. Sending it again gives the same bulk message: it is its own idempotency key.",
    params: id,
    body: z.object({ version, sendAt: Moment.optional() }),
    answer: BulkMessage,
    status: 202,
    problems: [
      "stale-draft",
      "sending-off",
      "placeholder-unknown",
      "relation-unavailable",
      "attachment-refused",
      "too-large",
    ],
  }),
  startBulkMessage: deed({
    id: "startBulkMessage",
    method: "post",
    path: "/api/v1/bulk-messages",
    access: "signed-in",
    summary: "Message a selection of cases in one request, as other systems do",
    description:
      "The same as opening it and sending it. Send an `Idempotency-Key`: the same request twice is one bulk message.",
    body: z.object({ selection: BulkSelection, content: BulkContent, sendAt: Moment.optional() }),
    answer: BulkMessage,
    status: 202,
    idempotent: true,
    problems: [
      "too-large",
      "sending-off",
      "placeholder-unknown",
      "relation-unavailable",
      "attachment-refused",
      "idempotency-mismatch",
    ],
  }),
  undoBulkMessage: run("undo", "Take it back before it leaves: it is being written again"),
  pauseBulkMessage: run("pause", "Hold what has not left"),
  resumeBulkMessage: run("resume", "Go on with what was held"),
  stopBulkMessage: run("stop", "Stop what has not left; what left is not called back"),
  retryBulkMessage: deed({
    id: "retryBulkMessage",
    method: "post",
    path: "/api/v1/bulk-messages/{id}/retry",
    access: "standard",
    summary: "Send again what failed and can go again unchanged, as new attempts of the same messages",
    params: id,
    body: z.object({
      positions: z.array(z.number().int().min(0)).max(1_000).optional().describe("None: all that can"),
    }),
    answer: BulkMessage,
    idempotent: true,
    problems: ["sending-off"],
  }),
  exportBulkMessage: deed({
    id: "exportBulkMessage",
    method: "get",
    path: "/api/v1/bulk-messages/{id}/export",
    access: "restricted",
    summary: "The result of every case, as CSV",
    params: id,
    bytes: "answer",
  }),
  discardBulkMessage: deed({
    id: "discardBulkMessage",
    method: "delete",
    path: "/api/v1/bulk-messages/{id}",
    access: "standard",
    summary: "Throw away one that is still being written",
    params: id,
    problems: ["undo-too-late"],
  }),
}

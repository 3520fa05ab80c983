import * as z from "zod"
import { Attachment } from "./attachments.ts"
import { CaseSummary, caseKinds, Money } from "./cases.ts"
import { Id, Moment } from "./contract.ts"
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

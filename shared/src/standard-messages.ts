import * as z from "zod"
import { Address } from "./addresses.ts"
import { Attachment } from "./attachments.ts"
import { CaseKind } from "./cases.ts"
import { ById, deed, Id, line, Moment } from "./contract.ts"
import { mostBodyCharacters, mostRecipients, RecipientInput } from "./messages.ts"
import { Language } from "./organisations.ts"

/** A variant in one language; every language has at most one. */
export const StandardMessageText = z
  .object({
    language: Language,
    subject: z.string().max(300).nullable().describe("None: choosing it leaves the subject as it is"),
    bodyHtml: z
      .string()
      .max(mostBodyCharacters)
      .describe("Sanitised on the way in, like a message; placeholders as `{{name|fallback}}`; never a signature"),
  })
  .meta({ id: "StandardMessageText" })
export type StandardMessageText = z.infer<typeof StandardMessageText>

/** Who is copied in by default: a relation or colleague of the administration, or a fixed address. */
export const DefaultRecipientInput = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("relation"), relationId: Id }),
    z.object({ kind: z.literal("colleague"), userId: Id }),
    z.object({ kind: z.literal("typed"), address: Address, name: line(200).optional() }),
  ])
  .meta({ id: "DefaultRecipientInput" })
export type DefaultRecipientInput = z.infer<typeof DefaultRecipientInput>

export const DefaultRecipient = z
  .object({
    recipient: DefaultRecipientInput,
    name: z.string().describe("Of the relation or colleague, or the address; of a deleted one what it was called"),
    available: z.boolean().describe("False: no longer available in this administration, left out when it is chosen"),
  })
  .meta({ id: "DefaultRecipient" })
export type DefaultRecipient = z.infer<typeof DefaultRecipient>

/** One line of the list and the chooser. */
export const StandardMessageSummary = z
  .object({
    id: Id,
    administrationId: Id,
    description: z.string(),
    texts: z.array(z.object({ language: Language, subject: z.string().nullable(), begins: z.string() })),
    copies: z.number().int().describe("Default CC and BCC"),
    files: z.number().int(),
    attachInvoicePdf: z.boolean(),
    uses: z.number().int().describe("Messages sent with it"),
    lastUsedAt: Moment.nullable().describe("When somebody last sent a message with it"),
    archivedAt: Moment.nullable(),
    updatedAt: Moment,
  })
  .meta({ id: "StandardMessageSummary" })
export type StandardMessageSummary = z.infer<typeof StandardMessageSummary>

export const StandardMessage = StandardMessageSummary.omit({ texts: true, copies: true, files: true })
  .extend({
    texts: z.array(StandardMessageText),
    cc: z.array(DefaultRecipient),
    bcc: z.array(DefaultRecipient),
    attachments: z.array(Attachment),
    usedIn: z
      .object({ drafts: z.number().int(), scheduled: z.number().int(), bulkMessages: z.number().int() })
      .describe(
        "Where it stands now: drafts of everybody, scheduled messages, bulk messages that are written or under way",
      ),
    version: z.number().int().describe("Grows by one with every save"),
  })
  .meta({ id: "StandardMessage" })
export type StandardMessage = z.infer<typeof StandardMessage>

export const SaveStandardMessageBody = z
  .object({
    description: line(200),
    texts: z.array(StandardMessageText).min(1, "Write the text in at least one language.").max(4),
    cc: z.array(DefaultRecipientInput).max(mostRecipients),
    bcc: z.array(DefaultRecipientInput).max(mostRecipients),
    attachmentIds: z.array(Id).max(20).describe("Uploads of one's own, or files it has; in this order"),
    attachInvoicePdf: z.boolean().default(false).describe("The case's own invoice PDF goes along"),
  })
  .meta({ id: "SaveStandardMessageBody" })
export type SaveStandardMessageBody = z.infer<typeof SaveStandardMessageBody>

/** What choosing one puts into a message about a case. Placeholders stay placeholders: they are filled when it is sent. */
export const ChosenStandardMessage = z
  .object({
    id: Id,
    description: z.string(),
    language: Language,
    fallbackFrom: Language.nullable().describe("The customer's language, where the text had to be taken in another"),
    subject: z.string().nullable(),
    bodyHtml: z.string(),
    cc: z.array(RecipientInput),
    bcc: z.array(RecipientInput),
    names: z.record(z.string(), z.string()).describe("Shown names, by relation id, user id or address"),
    leftOut: z.array(z.string()).describe("Names of default recipients that are no longer available here"),
    attachments: z.array(Attachment),
    invoicePdf: Attachment.nullable(),
    invoicePdfMissing: z.boolean().describe("It asks for the invoice's PDF and there is none"),
  })
  .meta({ id: "ChosenStandardMessage" })
export type ChosenStandardMessage = z.infer<typeof ChosenStandardMessage>

export const deeds = {
  listStandardMessages: deed({
    id: "listStandardMessages",
    method: "get",
    path: "/api/v1/standard-messages",
    access: "restricted",
    summary: "The standard messages of an administration, last used first, then by description",
    description: "All of them (an administration has at most 5,000): the chooser searches as one types.",
    query: z.object({
      administrationId: Id,
      search: z.string().max(200).default("").describe("In description, subjects and texts"),
      archived: z.enum(["true", "false"]).default("false"),
    }),
    answer: z.object({ standardMessages: z.array(StandardMessageSummary) }),
  }),
  getStandardMessage: deed({
    id: "getStandardMessage",
    method: "get",
    path: "/api/v1/standard-messages/{id}",
    access: "restricted",
    summary: "A standard message with its texts, default recipients and files",
    params: ById,
    answer: StandardMessage,
  }),
  createStandardMessage: deed({
    id: "createStandardMessage",
    method: "post",
    path: "/api/v1/standard-messages",
    access: "administrator",
    summary: "Add a standard message",
    body: SaveStandardMessageBody.extend({ administrationId: Id }),
    answer: StandardMessage,
    status: 201,
    idempotent: true,
    problems: ["placeholder-unknown", "relation-unavailable", "already-exists", "attachment-refused", "too-large"],
  }),
  saveStandardMessage: deed({
    id: "saveStandardMessage",
    method: "put",
    path: "/api/v1/standard-messages/{id}",
    access: "administrator",
    summary: "Change a standard message",
    description:
      "`version` is that of the text one started from; when it was saved elsewhere meanwhile: stale-draft. Default recipients that it has and that are no longer available may stay.",
    params: ById,
    body: SaveStandardMessageBody.extend({ version: z.number().int().min(1).max(2_147_483_647) }),
    answer: StandardMessage,
    problems: [
      "placeholder-unknown",
      "relation-unavailable",
      "already-exists",
      "attachment-refused",
      "too-large",
      "stale-draft",
    ],
  }),
  copyStandardMessage: deed({
    id: "copyStandardMessage",
    method: "post",
    path: "/api/v1/standard-messages/{id}/copy",
    access: "administrator",
    summary: "Make a copy, in the same administration or another where one is administrator",
    description: "Default recipients that are not available there are left out of the copy and named.",
    params: ById,
    body: z.object({ administrationId: Id.optional() }),
    answer: z.object({ standardMessage: StandardMessage, leftOut: z.array(z.string()) }),
    status: 201,
    idempotent: true,
  }),
  archiveStandardMessage: deed({
    id: "archiveStandardMessage",
    method: "put",
    path: "/api/v1/standard-messages/{id}/archived",
    access: "administrator",
    summary: "Take a standard message out of the chooser, or put it back",
    params: ById,
    body: z.object({ archived: z.boolean() }),
    answer: StandardMessage,
  }),
  chooseStandardMessage: deed({
    id: "chooseStandardMessage",
    method: "get",
    path: "/api/v1/standard-messages/{id}/for/{caseKind}/{caseId}",
    access: "restricted",
    summary: "What a standard message puts into a message about a case, in the customer's language",
    description:
      "Without a text in that language: the administration's fallback language, its default language, then any.",
    params: z.object({ id: Id, caseKind: CaseKind, caseId: Id }),
    query: z.object({ language: Language.optional().describe("In this language instead, where it has one") }),
    answer: ChosenStandardMessage,
  }),
}

import * as z from "zod"
import {
  BulkCase,
  BulkContent,
  BulkMessage,
  BulkPreview,
  BulkSelection,
  bulkChecks,
  mostBulkCases,
} from "./bulk-message-shapes.ts"
import { ById, deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"
import { placeholderNames } from "./placeholders.ts"

export * from "./bulk-message-shapes.ts"

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
      positions: z
        .array(z.number().int().min(0).max(mostBulkCases))
        .max(1_000)
        .optional()
        .describe("None: all that can"),
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

import { deeds } from "@casepost/shared/bulk-messages"
import { type Api, addDeed } from "../http/add-deed.ts"
import { changeBulkCase } from "./cases/change-bulk-case.ts"
import { changeBulkCases } from "./cases/change-bulk-cases.ts"
import { listBulkCases } from "./cases/list-bulk-cases.ts"
import { previewBulkCase } from "./cases/preview-bulk-case.ts"
import { discardBulkMessage } from "./discard-bulk-message.ts"
import { exportBulkMessage } from "./export-bulk-message.ts"
import { getBulkMessage } from "./get-bulk-message.ts"
import { listBulkMessages } from "./list-bulk-messages.ts"
import { openBulkMessage } from "./open-bulk-message.ts"
import { retryBulkMessage } from "./retry-bulk-message.ts"
import { pauseBulkMessage } from "./running/pause-bulk-message.ts"
import { resumeBulkMessage } from "./running/resume-bulk-message.ts"
import { stopBulkMessage } from "./running/stop-bulk-message.ts"
import { undoBulkMessage } from "./running/undo-bulk-message.ts"
import { saveBulkMessage } from "./save-bulk-message.ts"
import { sendBulkMessage } from "./send-bulk-message.ts"
import { startBulkMessage } from "./start-bulk-message.ts"

/** The test mail is rendered as the mail will be, so its deed stands with `delivery`. */
export function bulkMessageRoutes(api: Api): void {
  addDeed(api, deeds.openBulkMessage, (context, { body }) => openBulkMessage(context, body))
  addDeed(api, deeds.startBulkMessage, (context, { body }) => startBulkMessage(context, body))
  addDeed(api, deeds.listBulkMessages, (context, { query }) =>
    listBulkMessages(context, { ...query, drafts: query.drafts === "true" }),
  )
  addDeed(api, deeds.getBulkMessage, (context, { params }) => getBulkMessage(context, params.id))
  addDeed(api, deeds.saveBulkMessage, (context, { params, body }) => saveBulkMessage(context, { ...params, ...body }))
  addDeed(api, deeds.listBulkCases, (context, { params, query }) => listBulkCases(context, { ...params, ...query }))
  addDeed(api, deeds.previewBulkCase, (context, { params }) => previewBulkCase(context, params))
  addDeed(api, deeds.changeBulkCase, (context, { params, body }) => changeBulkCase(context, { ...params, ...body }))
  addDeed(api, deeds.changeBulkCases, (context, { params, body }) => changeBulkCases(context, { ...params, ...body }))
  addDeed(api, deeds.sendBulkMessage, (context, { params, body }) => sendBulkMessage(context, { ...params, ...body }))
  addDeed(api, deeds.undoBulkMessage, (context, { params }) => undoBulkMessage(context, params.id))
  addDeed(api, deeds.pauseBulkMessage, (context, { params }) => pauseBulkMessage(context, params.id))
  addDeed(api, deeds.resumeBulkMessage, (context, { params }) => resumeBulkMessage(context, params.id))
  addDeed(api, deeds.stopBulkMessage, (context, { params }) => stopBulkMessage(context, params.id))
  addDeed(api, deeds.retryBulkMessage, (context, { params, body }) => retryBulkMessage(context, { ...params, ...body }))
  addDeed(api, deeds.exportBulkMessage, (context, { params }) => exportBulkMessage(context, params.id))
  addDeed(api, deeds.discardBulkMessage, (context, { params }) => discardBulkMessage(context, params.id))
}

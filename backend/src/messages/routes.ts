import { deeds } from "@casepost/shared/messages"
import { type Api, addDeed } from "../http/add-deed.ts"
import { markMessage } from "./mark-message.ts"
import { checkAddresses } from "./recipients/check-addresses.ts"
import { resendMessage } from "./resend-message.ts"
import { sendMessage } from "./send-message.ts"
import { undoMessage } from "./undo-message.ts"

/** The preview is rendered as the mail will be, so its deed stands with `delivery`. */
export function messageRoutes(api: Api): void {
  addDeed(api, deeds.sendMessage, (context, { body }) => sendMessage(context, body))
  addDeed(api, deeds.checkAddresses, (context, { body }) => checkAddresses(context, body))
  addDeed(api, deeds.undoMessage, (context, { params }) => undoMessage(context, params.id))
  addDeed(api, deeds.resendMessage, (context, { params, body }) => resendMessage(context, { ...params, ...body }))
  addDeed(api, deeds.markMessage, (context, { params, body }) => markMessage(context, { ...params, ...body }))
}

import { deeds } from "@casepost/shared/inbox"
import { type Api, addDeed } from "../http/add-deed.ts"
import { countUnread } from "./count-unread.ts"
import { listInbox } from "./list-inbox.ts"
import { markConversation } from "./mark-conversation.ts"

export function inboxRoutes(api: Api): void {
  addDeed(api, deeds.listInbox, (context, { query }) => listInbox(context, query))
  addDeed(api, deeds.countUnread, context => countUnread(context))
  addDeed(api, deeds.markConversation, (context, { params, body }) => markConversation(context, params, body))
}

import { deeds } from "@casepost/shared/notifications"
import { type Api, addDeed } from "../http/add-deed.ts"
import { listNotifications } from "./list-notifications.ts"
import { markNotificationsRead } from "./mark-notifications-read.ts"

export function notificationRoutes(api: Api): void {
  addDeed(api, deeds.listNotifications, (context, { query }) => listNotifications(context, query))
  addDeed(api, deeds.markNotificationsRead, (context, { body }) => markNotificationsRead(context, body))
}

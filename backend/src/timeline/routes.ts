import { deeds } from "@casepost/shared/timeline"
import { type Api, addDeed } from "../http/add-deed.ts"
import { listTimeline } from "./list-timeline.ts"

export function timelineRoutes(api: Api): void {
  addDeed(api, deeds.listTimeline, (context, { params, query }) => listTimeline(context, params, query))
}

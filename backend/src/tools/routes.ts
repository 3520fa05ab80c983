import { deeds } from "@casepost/shared/tools"
import { type Api, addDeed } from "../http/add-deed.ts"
import { createTool } from "./create-tool.ts"
import { deleteTool } from "./delete-tool.ts"
import { listTools } from "./list-tools.ts"
import { recordSightings } from "./record-sightings.ts"
import { updateTool } from "./update-tool.ts"

export function toolRoutes(api: Api): void {
  addDeed(api, deeds.listTools, context => listTools(context))
  addDeed(api, deeds.createTool, (context, { body }) => createTool(context, body))
  addDeed(api, deeds.updateTool, (context, { params, body }) => updateTool(context, { ...params, ...body }))
  addDeed(api, deeds.deleteTool, (context, { params }) => deleteTool(context, params.id))
  addDeed(api, deeds.recordSightings, (context, { params, body }) => recordSightings(context, { ...params, ...body }))
}

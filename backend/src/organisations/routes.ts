import { deeds } from "@casepost/shared/organisations"
import { type Api, addDeed } from "../http/add-deed.ts"
import { listAdministrations } from "./list-administrations.ts"

export function organisationRoutes(api: Api): void {
  addDeed(api, deeds.listAdministrations, (context, { query }) =>
    listAdministrations(context, { openCases: query.openCases === "true" }),
  )
}

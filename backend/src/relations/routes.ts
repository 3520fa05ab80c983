import { deeds } from "@casepost/shared/relations"
import { type Api, addDeed } from "../http/add-deed.ts"
import { availableRecipients } from "./available-recipients.ts"

export function relationRoutes(api: Api): void {
  addDeed(api, deeds.listRecipients, (context, { params }) => availableRecipients(context, params.id))
}

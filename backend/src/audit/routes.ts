import { deeds } from "@casepost/shared/audit"
import { type Api, addDeed } from "../http/add-deed.ts"
import { listAudit } from "./list-audit.ts"

export function auditRoutes(api: Api): void {
  addDeed(api, deeds.listAudit, (context, { query }) => listAudit(context, query))
}

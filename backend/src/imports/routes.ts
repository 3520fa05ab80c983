import { deeds } from "@casepost/shared/imports"
import { type Api, addDeed } from "../http/add-deed.ts"
import { checkImport } from "./check-import.ts"
import { confirmImport } from "./confirm-import.ts"
import { downloadRefused } from "./download-refused.ts"
import { getImport } from "./get-import.ts"
import { listImportRows } from "./list-import-rows.ts"
import { listImports } from "./list-imports.ts"

export function importRoutes(api: Api): void {
  addDeed(api, deeds.checkImport, (context, { body }) => checkImport(context, body))
  addDeed(api, deeds.getImport, (context, { params }) => getImport(context, params.id))
  addDeed(api, deeds.listImports, (context, { query }) => listImports(context, query.administrationId))
  addDeed(api, deeds.listImportRows, (context, { params, query }) =>
    listImportRows(context, { importId: params.id, ...query }),
  )
  addDeed(api, deeds.confirmImport, (context, { params, body }) =>
    confirmImport(context, { importId: params.id, ...body }),
  )
  addDeed(api, deeds.downloadRefused, (context, { params }) => downloadRefused(context, params.id))
}

import { deeds } from "@casepost/shared/relations"
import { type Api, addDeed } from "../http/add-deed.ts"
import { availableRecipients } from "./available-recipients.ts"
import { createRelation } from "./create-relation.ts"
import { checkRelationImport } from "./csv/check-relation-import.ts"
import { exportRelations } from "./csv/export-relations.ts"
import { importRelations } from "./csv/import-relations.ts"
import { deleteRelation } from "./delete-relation.ts"
import { getRelation } from "./get-relation.ts"
import { listRelationUses } from "./list-relation-uses.ts"
import { listRelations } from "./list-relations.ts"
import { updateRelation } from "./update-relation.ts"

export function relationRoutes(api: Api): void {
  addDeed(api, deeds.listRecipients, (context, { params }) => availableRecipients(context, params.id))
  addDeed(api, deeds.listRelations, (context, { query }) => listRelations(context, query))
  // Before the relation with an id, which `export` looks like.
  addDeed(api, deeds.exportRelations, context => exportRelations(context))
  addDeed(api, deeds.checkRelationImport, (context, { body }) => checkRelationImport(context, body))
  addDeed(api, deeds.importRelations, (context, { body }) => importRelations(context, body))
  addDeed(api, deeds.getRelation, (context, { params }) => getRelation(context, params.id))
  addDeed(api, deeds.createRelation, (context, { body }) => createRelation(context, body))
  addDeed(api, deeds.updateRelation, (context, { params, body }) => updateRelation(context, { ...params, ...body }))
  addDeed(api, deeds.listRelationUses, (context, { params }) => listRelationUses(context, params.id))
  addDeed(api, deeds.deleteRelation, (context, { params, query }) =>
    deleteRelation(context, { ...params, confirmed: query.confirmed === "true" }),
  )
}

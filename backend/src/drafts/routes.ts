import { deeds } from "@casepost/shared/drafts"
import { type Api, addDeed } from "../http/add-deed.ts"
import { discardDraft } from "./discard-draft.ts"
import { getDraft } from "./get-draft.ts"
import { listDrafts } from "./list-drafts.ts"
import { saveDraft } from "./save-draft.ts"

export function draftRoutes(api: Api): void {
  addDeed(api, deeds.listDrafts, context => listDrafts(context))
  addDeed(api, deeds.getDraft, (context, { params }) => getDraft(context, placeOf(params)))
  addDeed(api, deeds.saveDraft, (context, { params, body }) => saveDraft(context, { ...placeOf(params), ...body }))
  addDeed(api, deeds.discardDraft, (context, { params }) => discardDraft(context, placeOf(params)))
}

type Params = Parameters<typeof getDraft>[1]

function placeOf({
  kind,
  caseKind,
  caseId,
}: {
  kind: Params["kind"]
  caseKind: Params["caseRef"]["kind"]
  caseId: string
}): Params {
  return { kind, caseRef: { kind: caseKind, id: caseId } }
}

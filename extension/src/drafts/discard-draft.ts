import { deeds } from "@casepost/shared/drafts"
import { call } from "../api/backend"
import { type DraftPlace, paramsOf } from "./get-draft"

/** Throws my draft for a case away. @throws Refusal */
export function discardDraft(place: DraftPlace): Promise<void> {
  return call(deeds.discardDraft, { params: paramsOf(place) }, { organisationId: place.organisationId })
}

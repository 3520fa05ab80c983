import { type Draft, type DraftContent, deeds } from "@casepost/shared/drafts"
import { call } from "../api/backend"
import { type DraftPlace, paramsOf } from "./get-draft"
import { surfaceName } from "./surface-name"

type Saving = {
  content: DraftContent
  /** Of the draft one started from; 0 for a new one. */
  version: number
  /** The page may be gone before the answer comes. */
  isLast?: boolean
}

/** Saves my draft. @throws Refusal `stale-draft` when it was saved elsewhere meanwhile: nothing is overwritten. */
export function saveDraft(place: DraftPlace, { content, version, isLast = false }: Saving): Promise<Draft> {
  return call(
    deeds.saveDraft,
    { params: paramsOf(place), body: { content, version, surface: surfaceName } },
    { organisationId: place.organisationId, keepalive: isLast },
  )
}

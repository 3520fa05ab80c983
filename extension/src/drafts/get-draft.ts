import type { CaseRef } from "@casepost/shared/cases"
import { type Draft, type DraftKind, deeds } from "@casepost/shared/drafts"
import { call } from "../api/backend"

/** Where a draft belongs: it never changes case, kind or organisation. */
export type DraftPlace = { kind: DraftKind; caseRef: CaseRef; organisationId: string }

export function paramsOf({ kind, caseRef }: DraftPlace) {
  return { kind, caseKind: caseRef.kind, caseId: caseRef.id }
}

/** My draft for a case, if there is one. @throws Refusal */
export async function getDraft(place: DraftPlace): Promise<Draft | null> {
  const { organisationId } = place
  return (await call(deeds.getDraft, { params: paramsOf(place) }, { organisationId })).draft
}

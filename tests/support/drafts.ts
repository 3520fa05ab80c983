import type { DraftToSave } from "@casepost/backend/drafts/save-draft"
import type { CaseRef } from "@casepost/shared/cases"
import { emptyContent } from "@casepost/shared/drafts"

/** A new draft for a case, with what a test wants otherwise. */
export function drafting(caseRef: CaseRef, changes: Partial<DraftToSave["content"]> = {}): DraftToSave {
  return {
    kind: "message",
    caseRef,
    content: {
      ...emptyContent,
      ...changes,
    },
    version: 0,
    surface: "popup",
  }
}

import type { DraftToSave } from "@casepost/backend/drafts/save-draft"
import type { CaseRef } from "@casepost/shared/cases"

/** A new draft for a case, with what a test wants otherwise. */
export function drafting(caseRef: CaseRef, changes: Partial<DraftToSave["content"]> = {}): DraftToSave {
  return {
    kind: "message",
    caseRef,
    content: {
      to: [],
      cc: [],
      bcc: [],
      subject: "",
      bodyHtml: "",
      attachmentIds: [],
      standardMessageId: null,
      names: {},
      ...changes,
    },
    version: 0,
    surface: "popup",
  }
}

import type { CaseRef } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import { deeds } from "@casepost/shared/standard-messages"
import { queryOptions } from "@tanstack/react-query"
import { call } from "../api/backend"

export type Choice = { id: string; caseRef: CaseRef; language?: Language | undefined }

/** What a standard message puts into a message about a case: in the customer's language, or in the one that is asked for. */
export function chooseStandardMessage({ id, caseRef, language }: Choice) {
  return queryOptions({
    queryKey: ["standard-messages", "chosen", id, caseRef.kind, caseRef.id, language],
    queryFn: ({ signal }) =>
      call(
        deeds.chooseStandardMessage,
        { params: { id, caseKind: caseRef.kind, caseId: caseRef.id }, query: language ? { language } : {} },
        { signal },
      ),
  })
}

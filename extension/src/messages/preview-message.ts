import type { CaseRef } from "@casepost/shared/cases"
import { deeds, type MessageContent } from "@casepost/shared/messages"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../api/backend"

type Previewed = { caseRef: CaseRef; content: MessageContent; organisationId: string }

/** What the customer will get, rendered by the backend as it will be sent. */
export function previewMessage({ caseRef, content, organisationId }: Previewed) {
  const { to, cc, bcc, subject, bodyHtml, attachmentIds } = content
  const body = { caseRef, to, cc, bcc, subject, bodyHtml, attachmentIds }
  return queryOptions({
    queryKey: ["preview", body],
    queryFn: ({ signal }) => call(deeds.previewMessage, { body }, { signal, organisationId }),
    staleTime: 0,
    gcTime: 0,
  })
}

export function usePreview(previewed: Previewed) {
  return useQuery(previewMessage(previewed))
}

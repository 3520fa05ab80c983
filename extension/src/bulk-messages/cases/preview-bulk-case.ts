import { deeds } from "@casepost/shared/bulk-messages"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { call } from "../../api/backend"

type Previewed = { id: string; position: number; version: number }

/** The message one case gets, or got, filled in by the backend as it is sent. */
export function previewBulkCase({ id, position, version }: Previewed) {
  return queryOptions({
    queryKey: ["bulk-preview", id, position, version],
    queryFn: ({ signal }) => call(deeds.previewBulkCase, { params: { id, position } }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useBulkPreview(previewed: Previewed) {
  return useQuery(previewBulkCase(previewed))
}

import { type BulkCase, deeds } from "@casepost/shared/bulk-messages"
import type { DeedCall } from "@casepost/shared/contract"
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { tellBulkMessage } from "../get-bulk-message"
import { casesOf, type Page } from "./list-bulk-cases"

type Change = { position: number } & NonNullable<DeedCall<typeof deeds.changeBulkCase>["body"]>

/** Takes a case out or back in, or fills in what is missing, for its message only; with `send`, it goes after all. */
export function useChangeBulkCase(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ position, ...body }: Change) => call(deeds.changeBulkCase, { params: { id, position }, body }),
    onSuccess: changed => {
      putCases(queries, id, [changed.case])
      tellBulkMessage(queries, changed.bulkMessage)
    },
  })
}

/** Puts cases as they are now into the lists in sight, where they stand: a row does not go from under the hand that changed it. */
export function putCases(queries: QueryClient, id: string, now: readonly BulkCase[]): void {
  const changed = new Map(now.map(one => [one.position, one]))
  queries.setQueriesData<{ pages: Page[]; pageParams: string[] }>(
    { queryKey: casesOf(id) },
    list =>
      list && {
        ...list,
        pages: list.pages.map(page => ({ ...page, cases: page.cases.map(one => changed.get(one.position) ?? one) })),
      },
  )
}

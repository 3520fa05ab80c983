import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { putCases } from "./change-bulk-case"
import { listBulkCases, type Page, readCases, type Shown } from "./list-bulk-cases"

type InSight = { show: Shown; from: number; to: number }

/** Reads the hundreds in sight anew whenever the figures of the bulk message have changed: the others are read when they come in sight. */
export function useFreshCases(message: BulkMessage, { show, from, to }: InSight): void {
  const queries = useQueryClient()
  const { id } = message
  const figures = JSON.stringify([message.results, message.checks, message.state, message.version])
  const seen = useRef(figures)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other figures are a reason; scrolling alone is none
  useEffect(() => {
    if (seen.current === figures) return
    seen.current = figures
    const ends = new AbortController()
    const list = queries.getQueryData<{ pages: Page[]; pageParams: string[] }>(listBulkCases(id, show).queryKey)
    let first = 0
    for (const [place, page] of (list?.pages ?? []).entries()) {
      const last = first + page.cases.length
      const cursor = list?.pageParams[place]
      if (cursor !== undefined && first < to && last > from)
        void readCases(id, { show, cursor, signal: ends.signal })
          .then(now => putCases(queries, id, now.cases))
          .catch(() => undefined)
      first = last
    }
    return () => ends.abort()
  }, [figures])
}

import type { CaseSummary } from "@casepost/shared/cases"
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"

/** Cases kept per organisation. */
const most = 6
type Kept = Pick<CaseSummary, "ref">["ref"]

/** The cases last looked at on this computer: only which ones; what is shown of them is read again. */
export function recentCases(organisationId: string) {
  return queryOptions({
    queryKey: ["recent-cases", organisationId],
    queryFn: () => readRecent(organisationId),
    staleTime: 0,
  })
}

export function useRecentCases(organisationId: string) {
  return useQuery(recentCases(organisationId))
}

/** Puts a case on top of the list once it is in sight. */
export function useLookedAt(organisationId: string, caseRef: Kept | undefined): void {
  const queries = useQueryClient()
  const kind = caseRef?.kind
  const id = caseRef?.id
  useEffect(() => {
    if (!kind || !id) return
    void keepRecent(organisationId, { kind, id }).then(() =>
      queries.invalidateQueries({ queryKey: ["recent-cases", organisationId] }),
    )
  }, [organisationId, kind, id, queries])
}

async function keepRecent(organisationId: string, caseRef: Kept): Promise<void> {
  const kept = await readRecent(organisationId)
  const others = kept.filter(other => other.id !== caseRef.id)
  await chrome.storage.local.set({ [keyOf(organisationId)]: [caseRef, ...others].slice(0, most) })
}

async function readRecent(organisationId: string): Promise<Kept[]> {
  const key = keyOf(organisationId)
  const kept = (await chrome.storage.local.get(key))[key]
  return Array.isArray(kept) ? (kept as Kept[]) : []
}

function keyOf(organisationId: string): string {
  return `recentCases:${organisationId}`
}

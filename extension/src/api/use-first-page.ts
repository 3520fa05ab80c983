import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { isRefused } from "./refusal"

/** How often a list that stands in sight asks for something new, in milliseconds. */
const often = 4_000

type FirstPage = {
  /** Key of the infinite query whose first page is watched. */
  queryKey: readonly unknown[]
  /** Reads the first page again, in a form that changes whenever something in it does. */
  read: (signal: AbortSignal) => Promise<string>
  isOn?: boolean
}

/** The session has ended: asking on would only be refused. Signing in again reads everything anew. */
export function hasEnded(error: Error | null): boolean {
  return isRefused(error, "unauthenticated")
}

/** Looks at the first page of a list every few seconds while the page is visible, and reads the whole list again when it changed. */
export function useFirstPage({ queryKey, read, isOn = true }: FirstPage): void {
  const queries = useQueryClient()
  const seen = useRef<string | undefined>(undefined)
  const key = JSON.stringify(queryKey)
  const newest = useQuery({
    queryKey: ["first-page", ...queryKey],
    queryFn: ({ signal }) => read(signal),
    enabled: isOn,
    refetchInterval: query => (hasEnded(query.state.error) ? false : often),
    staleTime: 0,
    gcTime: 0,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for queryKey, which is a new array at every render
  useEffect(() => {
    seen.current = undefined
  }, [key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer is a reason to look
  useEffect(() => {
    if (newest.data === undefined) return
    if (seen.current !== undefined && seen.current !== newest.data) void queries.invalidateQueries({ queryKey })
    seen.current = newest.data
  }, [newest.data])
}

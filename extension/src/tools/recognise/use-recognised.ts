import { type CaseSummary, deeds, type LookupBody } from "@casepost/shared/cases"
import type { Tool } from "@casepost/shared/tools"
import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type * as z from "zod"
import { useSession } from "../../access/session"
import { call } from "../../api/backend"
import { readServerAddress } from "../../api/server-address"
import { sharedCase } from "../../cases/search/shared-case"
import { useTools } from "../list-tools"
import { countSightings } from "./count-sightings"
import type { KnownCase } from "./matching"
import { emptyLook, recogniseTab, type TabLook } from "./recognise-tab"

export type UseRecognised = TabLook & { retry: () => void }

/**
 * The case that a tab shows, and again whenever its page changes, as long as `isOn`. Asks the backend for what was found: so it is on after a
 * click (popup, panel) or while the side panel is open, and never otherwise.
 */
export function useRecognised({ tabId, isOn }: { tabId: number | undefined; isOn: boolean }): UseRecognised {
  const organisationId = useSession().membership.organisation.id
  const queries = useQueryClient()
  const tools = useTools(organisationId)
  const [look, setLook] = useState<TabLook>(emptyLook)
  const running = useRef<{ retry: () => void } | undefined>(undefined)
  const list = useUnchanged(tools.data?.tools)

  useEffect(() => {
    setLook(emptyLook)
    if (!isOn || tabId === undefined || !list) return
    const count = countSightings(organisationId)
    const recognising = recogniseTab({ tabId, tools: list, ...questions(queries, organisationId) }, next => {
      setLook(next)
      count.add(next)
    })
    running.current = recognising
    return () => {
      running.current = undefined
      recognising.stop()
      count.stop()
    }
  }, [isOn, tabId, list, organisationId, queries])

  const again = tools.refetch
  const retry = useCallback(() => {
    if (running.current) running.current.retry()
    else void again()
  }, [again])
  return {
    ...look,
    isPending: look.isPending && isOn && !tools.error,
    error: look.error ?? tools.error ?? undefined,
    retry,
  }
}

/** The tools as long as they are read in the same way: how often they found something is no reason to begin again. */
function useUnchanged(tools: readonly Tool[] | undefined): readonly Tool[] | undefined {
  const key = tools && JSON.stringify(tools.map(({ health: _, ...tool }) => tool))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for them
  return useMemo(() => tools, [key])
}

function questions(queries: QueryClient, organisationId: string) {
  const lookUp = (body: z.input<typeof LookupBody>): Promise<KnownCase[]> =>
    queries.fetchQuery({
      queryKey: ["cases-on-page", organisationId, body],
      queryFn: ({ signal }) => call(deeds.lookupCases, { body }, { signal, organisationId }).then(({ cases }) => cases),
      staleTime: 30_000,
    })
  const findShared = async (page: string): Promise<KnownCase | undefined> => {
    const url = new URL(page)
    const shared = sharedCase(`${url.origin}${url.pathname}`, await readServerAddress())
    if (!shared) return undefined
    const found: CaseSummary = await call(deeds.getCase, { params: shared }, { organisationId })
    return { ...found, found: found.number }
  }
  return { lookUp, findShared }
}

import type { CaseKind } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/tools"
import { call } from "../api/backend"
import { isPolicyTool } from "../api/policy"

type Seen = { organisationId: string; kinds: readonly (CaseKind | null)[] }

/** Tells how often a case was found on a tool's pages. What cannot be told is forgotten: it only counts. */
export async function recordSightings(toolId: string, { organisationId, kinds }: Seen): Promise<void> {
  if (isPolicyTool({ id: toolId })) return
  const counts = Map.groupBy(kinds, kind => kind)
  const sightings = [...counts].map(([kind, all]) => ({ kind, pages: Math.min(all.length, 1_000) }))
  const input = { params: { id: toolId }, body: { sightings } }
  // The page of ours that counted may be closing.
  await call(deeds.recordSightings, input, { organisationId, keepalive: true }).catch(() => undefined)
}

import type { CaseKind } from "@casepost/shared/cases"
import { isPolicyTool } from "../../api/policy"
import { recordSightings } from "../record-sightings"
import type { TabLook } from "./recognise-tab"

const minute = 60_000

/**
 * Counts how often a case was found on a tool's pages, and tells the backend once a minute and at the end: how many, and nothing of any page.
 * Each page counts once, as the best that was found there; drafts do not.
 */
export function countSightings(organisationId: string): { add: (look: TabLook) => void; stop: () => void } {
  const counted = new Map<string, Set<string>>()
  const fresh = new Map<string, Map<string, CaseKind | null>>()

  function add({ recognised, tool, page, isPending }: TabLook): void {
    if (
      !recognised ||
      !tool ||
      isPolicyTool(tool) ||
      isPending ||
      (recognised.kind === "none" && recognised.why === "draft")
    )
      return
    const kind = kindOf(recognised)
    if (counted.get(tool.id)?.has(page)) return
    const pages = fresh.get(tool.id) ?? new Map<string, CaseKind | null>()
    if (kind !== null || !pages.has(page)) pages.set(page, kind)
    fresh.set(tool.id, pages)
  }

  function tellNow(): void {
    for (const [toolId, pages] of fresh) {
      const told = counted.get(toolId) ?? new Set()
      for (const page of pages.keys()) told.add(page)
      counted.set(toolId, told)
      void recordSightings(toolId, { organisationId, kinds: [...pages.values()] })
    }
    fresh.clear()
  }

  const timer = setInterval(tellNow, minute)
  addEventListener("pagehide", tellNow)
  return {
    add,
    stop: () => {
      clearInterval(timer)
      removeEventListener("pagehide", tellNow)
      tellNow()
    },
  }
}

function kindOf(recognised: NonNullable<TabLook["recognised"]>): CaseKind | null {
  if (recognised.kind === "one") return recognised.found.ref.kind
  return recognised.kind === "several" ? (recognised.cases[0]?.ref.kind ?? null) : null
}

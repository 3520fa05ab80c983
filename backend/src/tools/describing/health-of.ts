import { type CaseKind, caseKinds } from "@casepost/shared/cases"
import type { ToolHealth } from "@casepost/shared/tools"

/** How many pages were looked at on a day, and what was found there. */
export type Sighting = { day: string; kind: CaseKind | "none"; pages: number }

/** Fewer pages than this say nothing about a tool, neither now nor before. */
const fewestPages = 10

/** How recognition went: the last 7 days (UTC, today too) beside the 3 weeks before them. */
export function healthOf(
  tool: { on: boolean; readsCases: boolean },
  sightings: readonly Sighting[],
  now: Date,
): ToolHealth {
  const beginsAt = utcDay(now, -6)
  const [week, before] = [sightings.filter(one => one.day >= beginsAt), sightings.filter(one => one.day < beginsAt)]
  const kinds = caseKinds.filter(kind => week.some(one => one.kind === kind))
  const counted = { kinds, found: foundIn(week), pages: pagesIn(week) }
  const state = (is: ToolHealth["state"], since: string | null = null) => ({ state: is, since, ...counted })
  if (!tool.on) return state("off")
  if (!tool.readsCases) return state("fields")
  if (counted.pages === 0) return state("unseen")
  const half = pagesIn(before) < fewestPages ? 0 : foundIn(before) / pagesIn(before) / 2
  if (counted.pages >= fewestPages && counted.found < half * counted.pages)
    return state("fewer", worseSince(sightings, half))
  return state(counted.found === 0 ? "never" : "finds")
}

/** A day in UTC, so many days from now: `2026-11-23`. */
export function utcDay(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The day it became worse on: the one from which most cases are missing of what half as good as before would have found. One bad page
 * on a good day, or a good one on a bad day, moves it little.
 */
function worseSince(sightings: readonly Sighting[], half: number): string | null {
  const days = [...new Set(sightings.map(one => one.day))].sort().reverse()
  let [missing, most, since] = [0, 0, null as string | null]
  for (const day of days) {
    const ofDay = sightings.filter(one => one.day === day)
    missing += half * pagesIn(ofDay) - foundIn(ofDay)
    if (missing <= most) continue
    most = missing
    since = day
  }
  return since
}

function pagesIn(sightings: readonly Sighting[]): number {
  return sightings.reduce((sum, one) => sum + one.pages, 0)
}

function foundIn(sightings: readonly Sighting[]): number {
  return pagesIn(sightings.filter(one => one.kind !== "none"))
}

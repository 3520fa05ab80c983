import type { DeedInput } from "@casepost/shared/contract"
import type { deeds } from "@casepost/shared/tools"
import { and, eq, sql } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireUser, visibleAdministrations } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { tokenFor } from "../secrets.ts"
import { utcDay } from "./describing/health-of.ts"
import { toolReporters, toolSightings, tools } from "./tables.ts"

type Sightings = DeedInput<typeof deeds.recordSightings>["body"]["sightings"]
type Told = { toolId: string; day: string; sightings: Sightings }

/** What one call, and one person's calls of a day, count for at most: nobody alone makes a tool look broken to everybody. */
const most = { call: 25, day: 100 }

/**
 * Counts pages of a tool that were looked at, for its health. What goes beyond a person's part is taken in proportion, and left out in the
 * end; so is what somebody tells who has no right anywhere, and of a tool whose health is not shown. @throws Problem not-found
 */
export async function recordSightings(
  context: Context,
  { id: toolId, sightings }: { id: string; sightings: Sightings },
): Promise<void> {
  requireUser(context)
  const day = utcDay(context.now(), 0)
  await context.transaction(async tx => {
    const { on, readsCases } = tools
    const [tool] = validate(toolId) ? await tx.select({ on, readsCases }).from(tools).where(eq(tools.id, toolId)) : []
    if (!tool) throw notHere()
    if (!tool.on || !tool.readsCases || sightings.length === 0 || visibleAdministrations(context).length === 0) return
    const part = await takePart(context, tx, { toolId, day, sightings })
    if (part === 0) return
    const counted = inProportion(sightings, part)
    await tx
      .insert(toolSightings)
      .values(counted.map(one => ({ organisationId: context.organisationId, toolId, day, ...one })))
      .onConflictDoUpdate({
        target: [toolSightings.toolId, toolSightings.day, toolSightings.kind],
        set: { pages: sql`${toolSightings.pages} + excluded.pages` },
      })
  })
}

/** How many of these pages count, of what the person has left today. */
async function takePart(context: Context, tx: Transaction, { toolId, day, sightings }: Told): Promise<number> {
  const { organisationId, config } = context
  const reporter = tokenFor(config.secret, "sightings", `${requireUser(context).userId}:${day}`)
  await tx.insert(toolReporters).values({ organisationId, toolId, day, reporter, pages: 0 }).onConflictDoNothing()
  const mine = and(eq(toolReporters.toolId, toolId), eq(toolReporters.day, day), eq(toolReporters.reporter, reporter))
  const [row] = await tx.select({ pages: toolReporters.pages }).from(toolReporters).where(mine).for("update")
  const told = row?.pages ?? most.day
  const all = sightings.reduce((sum, one) => sum + one.pages, 0)
  const part = Math.min(all, most.call, most.day - told)
  if (part > 0)
    await tx
      .update(toolReporters)
      .set({ pages: told + part })
      .where(mine)
  return Math.max(part, 0)
}

/** So many pages in all, shared out as they were told; each kind once. */
function inProportion(
  sightings: Sightings,
  part: number,
): { kind: NonNullable<Sightings[number]["kind"]> | "none"; pages: number }[] {
  const byKind = new Map<NonNullable<Sightings[number]["kind"]> | "none", number>()
  for (const { kind, pages } of sightings) byKind.set(kind ?? "none", (byKind.get(kind ?? "none") ?? 0) + pages)
  const all = [...byKind.values()].reduce((sum, pages) => sum + pages, 0)
  let [before, given] = [0, 0]
  return [...byKind].flatMap(([kind, pages]) => {
    before += pages
    const share = Math.round((before / all) * part) - given
    given += share
    return share > 0 ? [{ kind, pages: share }] : []
  })
}

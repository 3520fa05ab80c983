import { lt } from "drizzle-orm"
import type { House } from "../context.ts"
import { utcDay } from "./describing/health-of.ts"
import { toolReporters, toolSightings } from "./tables.ts"

/** Throws away what was counted of tools more than 60 days ago, and who told how much since the day before yesterday. */
export async function forgetOldSightings(house: House): Promise<void> {
  const now = house.now()
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await tx.delete(toolSightings).where(lt(toolSightings.day, utcDay(now, -60)))
    await tx.delete(toolReporters).where(lt(toolReporters.day, utcDay(now, -1)))
  })
}

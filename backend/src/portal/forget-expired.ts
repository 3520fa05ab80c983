import { lt } from "drizzle-orm"
import type { House } from "../context.ts"
import { portalEntryTries, portalSessions } from "./tables.ts"

const hour = 60 * 60 * 1000

/** Throws away ended portal sessions and tries at the access code that no longer count. */
export async function forgetExpiredPortalSessions(house: House): Promise<void> {
  const now = house.now()
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await tx.delete(portalSessions).where(lt(portalSessions.expiresAt, now))
    await tx.delete(portalEntryTries).where(lt(portalEntryTries.createdAt, new Date(now.getTime() - 24 * hour)))
  })
}

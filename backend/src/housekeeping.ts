import { sql } from "drizzle-orm"
import { forgetExpiredSignIns } from "./access/forget-expired.ts"
import { forgetUnclaimedUploads } from "./attachments/forget-unclaimed.ts"
import { forgetOldBulkDrafts } from "./bulk-messages/forget-old-drafts.ts"
import type { House } from "./context.ts"
import type { Jobs } from "./jobs.ts"
import { forgetExpiredPortalSessions } from "./portal/forget-expired.ts"
import { forgetOldSightings } from "./tools/forget-old-sightings.ts"

/** Every hour, by one of the replicas: throws away what is over. */
export async function keepHouse(house: House, jobs: Jobs): Promise<void> {
  await jobs.work("housekeeping", () => cleanUp(house), "17 * * * *")
}

/** Once. Each part on its own, so that one that fails leaves the others done. @throws the first failure, so that the job is tried again */
export async function cleanUp(house: House): Promise<void> {
  const parts = [
    forgetExpiredSignIns,
    forgetExpiredPortalSessions,
    forgetOldBulkDrafts,
    forgetUnclaimedUploads,
    forgetOldSightings,
    refreshEstimates,
  ]
  const failures: unknown[] = []
  for (const part of parts) await part(house).catch(error => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** PGlite has no autovacuum that analyses: without this its plans rest on the row counts of the first day. */
async function refreshEstimates(house: House): Promise<void> {
  if (house.database.kind === "pglite") await house.database.owner.execute(sql`analyze`)
}

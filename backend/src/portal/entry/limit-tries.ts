import { Problem } from "@casepost/shared/problems"
import { and, count, eq, gt, lt, min, sql } from "drizzle-orm"
import type { House } from "../../context.ts"
import { hash } from "../../secrets.ts"
import { portalEntryTries } from "../tables.ts"

const windowMinutes = 60

/** What is being tried (`number:10482`, `address:203.0.113.7`), and how many tries an hour it gets. */
export type TryLimit = { key: string; most: number }

/**
 * Notes a try under every key, or refuses it when one of them has had its share in the last hour. Keys are kept as hashes.
 * @throws Problem too-many
 */
export async function limitTries(house: House, limits: TryLimit[]): Promise<void> {
  const now = house.now()
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const refusedUntil = await house.database.inScope({ role: "casepost_system" }, async tx => {
    await tx.delete(portalEntryTries).where(lt(portalEntryTries.createdAt, since))
    for (const { key, most } of inOrder(limits)) {
      const keyHash = hash(key)
      // One try of a key after the other: many at once must not all see the count before the others.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyHash}, 0))`)
      const [seen] = await tx
        .select({ tries: count(), first: min(portalEntryTries.createdAt) })
        .from(portalEntryTries)
        .where(and(eq(portalEntryTries.keyHash, keyHash), gt(portalEntryTries.createdAt, since)))
      if (seen && seen.tries >= most) return seen.first ?? now
      await tx.insert(portalEntryTries).values({ keyHash, createdAt: now })
    }
    return undefined
  })
  if (!refusedUntil) return
  const retryAfter = Math.max(60, Math.ceil((refusedUntil.getTime() - since.getTime()) / 1000))
  throw new Problem("too-many", "Too many tries. Wait an hour, then try again.", { retryAfter })
}

/** Locks are taken in one order, so that two tries never wait for each other. */
function inOrder(limits: TryLimit[]): TryLimit[] {
  return [...limits].sort((one, other) => (one.key < other.key ? -1 : 1))
}

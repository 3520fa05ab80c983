import { lt } from "drizzle-orm"
import type { House } from "../context.ts"
import { idempotencyKeys, rateLimits, sessions, verifications } from "./tables.ts"

const day = 24 * 60 * 60 * 1000

/** Throws away what no longer opens or answers anything: ended sessions, old codes, idempotency keys after 7 days. */
export async function forgetExpiredSignIns(house: House): Promise<void> {
  const now = house.now()
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, now))
    await tx.delete(verifications).where(lt(verifications.expiresAt, now))
    await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, new Date(now.getTime() - 7 * day)))
  })
  // better-auth's own counters: no role of ours has a grant there.
  await house.database.owner.delete(rateLimits).where(lt(rateLimits.lastRequest, now.getTime() - day))
}

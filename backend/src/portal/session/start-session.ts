import { lt } from "drizzle-orm"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { hash, randomToken } from "../../secrets.ts"
import { sessionMinutes } from "../known-customer.ts"
import { portalSessions } from "../tables.ts"

type NewSession = Omit<typeof portalSessions.$inferInsert, "id" | "tokenHash" | "expiresAt" | "createdAt">

/** Begins an hour in the portal and gives the cookie's value, of which only the hash is kept. Throws away the sessions that ended. */
export async function startSession(house: House, tx: Transaction, session: NewSession): Promise<string> {
  const token = randomToken()
  const now = house.now()
  await tx.delete(portalSessions).where(lt(portalSessions.expiresAt, now))
  await tx.insert(portalSessions).values({
    ...session,
    tokenHash: hash(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + sessionMinutes * 60_000),
  })
  return token
}

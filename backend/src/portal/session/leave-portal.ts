import { eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { requireCustomer } from "../known-customer.ts"
import { portalSessions } from "../tables.ts"

/** Ends this session at once. */
export async function leavePortal(context: Context): Promise<void> {
  const { sessionId } = requireCustomer(context)
  await context.transaction(tx => tx.delete(portalSessions).where(eq(portalSessions.id, sessionId)))
}

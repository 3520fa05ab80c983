import { eq } from "drizzle-orm"
import { recordAudit } from "../audit/record-audit.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import { revokeLinksOf } from "../delivery/portal-link.ts"
import { portalSessions } from "./tables.ts"

/**
 * Closes the portal to every link mailed about a customer so far, and ends the sessions that are open, by code too.
 * @throws Problem not-found, not-allowed
 */
export async function revokePortalLinks(context: Context, customerId: string): Promise<{ revoked: number }> {
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, { kind: "customer", id: customerId }, "standard")
    const revoked = await revokeLinksOf(tx, context.now(), found.customerId)
    await tx.delete(portalSessions).where(eq(portalSessions.customerId, found.customerId))
    await recordAudit(tx, context, {
      deed: "revokePortalLinks",
      subject: { kind: "customer", id: found.customerId },
      administrationId: found.administrationId,
      detail: { number: found.number, revoked },
    })
    return { revoked }
  })
}

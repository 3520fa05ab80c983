import type { DeedResult } from "@casepost/shared/contract"
import type { Language } from "@casepost/shared/organisations"
import type { deeds } from "@casepost/shared/portal"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { customers } from "../../cases/tables.ts"
import type { Context } from "../../context.ts"
import { administrations } from "../../organisations/tables.ts"
import { creditorColumns } from "../find-creditor.ts"
import { csrfTokenOf, requireCustomer } from "../known-customer.ts"
import { portalSessions } from "../tables.ts"

/** Who this session is for, which creditor it is with, and what its posts must carry. @throws Problem unauthenticated */
export async function getPortalSession(context: Context): Promise<PortalSession> {
  const actor = requireCustomer(context)
  const [row] = await context.transaction(tx =>
    tx
      .select({
        customerName: customers.name,
        customerNumber: customers.number,
        creditor: creditorColumns,
        expiresAt: portalSessions.expiresAt,
      })
      .from(portalSessions)
      .innerJoin(customers, eq(customers.id, portalSessions.customerId))
      .innerJoin(administrations, eq(administrations.id, customers.administrationId))
      .where(eq(portalSessions.id, actor.sessionId)),
  )
  if (!row) throw new Problem("unauthenticated", "Your session has ended. Open the link in your e-mail again.")
  return {
    customerName: row.customerName,
    customerNumber: row.customerNumber,
    personName: actor.personName ?? null,
    creditor: row.creditor,
    creditorName: row.creditor.name,
    brandColour: row.creditor.brandColour,
    language: actor.language as Language,
    scope: actor.scope,
    csrfToken: csrfTokenOf(context),
    expiresAt: row.expiresAt.toISOString(),
  }
}

/** The answer of the deed, with what the pages need beside it. */
export type PortalSession = DeedResult<typeof deeds.getPortalSession> & {
  creditor: { id: string; name: string; legalName: string; brandColour: string; timeZone: string }
}

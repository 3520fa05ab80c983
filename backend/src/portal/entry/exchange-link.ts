import type { Language } from "@casepost/shared/organisations"
import { Problem } from "@casepost/shared/problems"
import type { House } from "../../context.ts"
import { findPortalLink, type PortalLink } from "../../delivery/portal-link.ts"
import { startSession } from "../session/start-session.ts"
import type { portalSessions } from "../tables.ts"

/** A link that still opens something; none for an unknown, expired or revoked one. Looking consumes nothing. */
export async function findWorkingLink(house: House, idDotToken: string): Promise<PortalLink | undefined> {
  const link = await findPortalLink(house, idDotToken)
  if (!link || link.revokedAt || link.expiresAt <= house.now()) return undefined
  return link
}

/** Turns a mailed link into a session, and says where in the portal it leads. @throws Problem link-expired */
export async function exchangeLink(
  house: House,
  input: { idDotToken: string; language?: Language | undefined },
): Promise<{ cookie: string; caseRef: { kind: string; id: string } }> {
  const link = await findWorkingLink(house, input.idDotToken)
  if (!link) throw new Problem("link-expired", "This link no longer works. Ask for a new one.")
  const session: Omit<typeof portalSessions.$inferInsert, "tokenHash" | "expiresAt"> = {
    organisationId: link.organisationId,
    administrationId: link.administrationId,
    customerId: link.customerId,
    scope: link.scope,
    caseKind: link.caseKind,
    caseId: link.caseId,
    linkId: link.id,
    recipientId: link.recipientId,
    // A stranger without a name answers under her address, never under the customer's name.
    personName: link.personName ?? (link.scope === "customer" ? null : link.address),
    language: input.language ?? link.language,
  }
  const cookie = await house.database.inScope({ role: "casepost_system" }, tx => startSession(house, tx, session))
  return { cookie, caseRef: { kind: link.caseKind, id: link.caseId } }
}

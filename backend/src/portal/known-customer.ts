import { Language } from "@casepost/shared/organisations"
import { Problem } from "@casepost/shared/problems"
import { and, eq, gt, isNull, or } from "drizzle-orm"
import { type Actor, type Context, type House, makeContext } from "../context.ts"
import { portalLinks } from "../delivery/tables.ts"
import { hash, isTokenFor, tokenFor } from "../secrets.ts"
import { portalSessions } from "./tables.ts"

/** The cookie a portal session goes by. */
export const portalCookie = "casepost_portal"
/** A session lasts 60 minutes from its start, however busy. */
export const sessionMinutes = 60
/** The header in which posts to `/portal/api` carry the session's CSRF token. */
export const csrfHeader = "casepost-csrf"

export type KnownCustomer = Extract<Actor, { kind: "customer" }>

/** The context of a portal session by its cookie's value; none when it ended or its link was revoked meanwhile. */
export async function findPortalSession(
  house: House,
  cookie: string | undefined,
  requestId?: string,
): Promise<Context | undefined> {
  if (!cookie) return undefined
  const [session] = await house.database.inScope({ role: "casepost_system" }, tx =>
    tx
      .select({ session: portalSessions })
      .from(portalSessions)
      .leftJoin(portalLinks, eq(portalLinks.id, portalSessions.linkId))
      .where(
        and(
          eq(portalSessions.tokenHash, hash(cookie)),
          gt(portalSessions.expiresAt, house.now()),
          or(isNull(portalSessions.linkId), isNull(portalLinks.revokedAt)),
        ),
      ),
  )
  if (!session) return undefined
  const { organisationId } = session.session
  return makeContext(house, { actor: actorOf(session.session), organisationId, ...(requestId ? { requestId } : {}) })
}

function actorOf(session: typeof portalSessions.$inferSelect): KnownCustomer {
  return {
    kind: "customer",
    customerId: session.customerId,
    administrationId: session.administrationId,
    sessionId: session.id,
    scope: session.scope === "customer" ? "customer" : "conversation",
    ...(session.caseKind && session.caseId ? { caseKind: session.caseKind, caseId: session.caseId } : {}),
    ...(session.recipientId ? { recipientId: session.recipientId } : {}),
    ...(session.personName ? { personName: session.personName } : {}),
    language: Language.catch("en").parse(session.language),
  }
}

/** The customer of a portal context. @throws Problem unauthenticated when the actor is anybody else */
export function requireCustomer(context: Context): KnownCustomer {
  if (context.actor.kind !== "customer")
    throw new Problem("unauthenticated", "Open the portal by the link in your e-mail, or with your access code.")
  return context.actor
}

/** What every post of this session must carry: an HMAC of the session's id, so that it lies nowhere. */
export function csrfTokenOf(context: Context): string {
  return tokenFor(context.config.secret, "csrf", requireCustomer(context).sessionId)
}

/** @throws Problem wrong-csrf-token */
export function requireCsrfToken(context: Context, given: string | undefined): void {
  const { sessionId } = requireCustomer(context)
  if (!isTokenFor(context.config.secret, "csrf", { id: sessionId, token: given ?? "" }))
    throw new Problem("wrong-csrf-token", "This page is too old to send from. Reload it and try again.")
}

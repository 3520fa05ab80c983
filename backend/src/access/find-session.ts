import { createHmac, timingSafeEqual } from "node:crypto"
import { Problem } from "@casepost/shared/problems"
import { eq, sql } from "drizzle-orm"
import { type Context, type House, makeContext } from "../context.ts"
import { rowsOf, type Transaction } from "../database.ts"
import { findKey } from "./keys/find-key.ts"
import { heldRights } from "./read-rights.ts"
import { notHere } from "./require-right.ts"
import { sessionDays } from "./sign-in.ts"
import { memberships, sessions } from "./tables.ts"

/** What a request says about who is asking. */
export type Asking = {
  authorization: string | undefined
  /** From the header `Casepost-Organisation`. */
  organisationId: string | undefined
  requestId: string
  /** Where several organisations are possible and none is named: take the first instead of refusing. */
  anyOrganisation?: boolean
}

const day = 24 * 60 * 60 * 1000

/**
 * The context of a request to the API: the user behind a session's token with her rights as they are now, or an API key.
 * Nothing is remembered between requests, so switching somebody off holds from the next one.
 * @throws Problem unauthenticated; not-found for an organisation that is not hers; invalid when she must say which; not-allowed
 */
export async function findSession(house: House, asking: Asking): Promise<Context> {
  const token = /^bearer +(\S+)$/i.exec(asking.authorization ?? "")?.[1]
  if (!token) throw new Problem("unauthenticated", "Sign in to go on.")
  if (token.startsWith("cpk_")) return findKey(house, { ...asking, token })
  const sessionToken = readSignedToken(house.config.secret, token)
  if (!sessionToken) throw signedOut()
  const found = await house.database.inScope({ role: "casepost_system" }, tx =>
    findUser(house, tx, sessionToken, asking),
  )
  const { userId, name, email, organisationId, rights } = found
  return makeContext(house, {
    actor: { kind: "user", userId, name, email, rights },
    organisationId,
    requestId: asking.requestId,
  })
}

async function findUser(house: House, tx: Transaction, token: string, asking: Asking) {
  const now = house.now()
  const rows = rowsOf<Row>(await tx.execute(whoIsAsking(token, now)))
  const first = rows[0]
  if (!first) throw signedOut()
  const member = chooseMembership(rows, asking)
  const rights = heldRights(member.organisationRight, member.administrations)
  if (first.expiresAt - now.getTime() < (sessionDays - 1) * day)
    await tx
      .update(sessions)
      .set({ expiresAt: new Date(now.getTime() + sessionDays * day), updatedAt: now })
      .where(eq(sessions.id, first.sessionId))
  if (!member.lastSeenAt || now.getTime() - member.lastSeenAt > day / 24)
    await tx.update(memberships).set({ lastSeenAt: now }).where(eq(memberships.id, member.membershipId))
  return { userId: first.userId, name: first.name, email: first.email, organisationId: member.organisationId, rights }
}

/** One statement, written out: every request begins with it, and building and mapping it would take longer than running it (`pnpm bench`). */
const whoIsAsking = (token: string, now: Date) => sql`
  select s.id as "sessionId", (extract(epoch from s.expires_at) * 1000)::float8 as "expiresAt", u.id as "userId", u.name, u.email,
    m.id::text as "membershipId", m.organisation_id::text as "organisationId", m.organisation_right as "organisationRight",
    (extract(epoch from m.last_seen_at) * 1000)::float8 as "lastSeenAt",
    (select coalesce(json_agg(json_build_array(a.id, r.held)), '[]') from administrations a
      left join administration_rights r on r.membership_id = m.id and r.administration_id = a.id
      where a.organisation_id = m.organisation_id) as administrations
  from sessions s
  join users u on u.id = s.user_id
  left join memberships m on m.user_id = u.id and m.disabled_at is null and m.invited_at is null
  left join organisations o on o.id = m.organisation_id
  where s.token = ${token} and s.expires_at > ${now.toISOString()}::timestamptz
  order by o.name, m.id`

/** Moments in milliseconds since 1970. */
type Member = {
  membershipId: string
  organisationId: string
  organisationRight: string
  lastSeenAt: number | null
  administrations: [id: string, held: string | null][]
}
type Row = { sessionId: string; expiresAt: number; userId: string; name: string; email: string } & (
  | Member
  | (Omit<Member, "membershipId"> & { membershipId: null })
)

function chooseMembership(rows: Row[], asking: Asking): Member {
  const members = rows.filter((row): row is Row & Member => row.membershipId !== null)
  const [first, second] = members
  if (!first) throw new Problem("not-allowed", "Your sign-in has been switched off. Ask an administrator.")
  if (asking.organisationId) {
    const named = members.find(member => member.organisationId === asking.organisationId)
    if (!named) throw notHere()
    return named
  }
  if (second && !asking.anyOrganisation)
    throw new Problem("invalid", "You belong to several organisations: name one in the header Casepost-Organisation.")
  return first
}

/** better-auth signs what it hands out: `<token>.<HMAC-SHA-256 in base64>`, percent-encoded as a cookie's value would be. */
function readSignedToken(secret: string, given: string): string | undefined {
  const text = given.includes("%") ? decode(given) : given
  const dot = text.lastIndexOf(".")
  if (dot < 1) return undefined
  const token = text.slice(0, dot)
  const signature = Buffer.from(text.slice(dot + 1), "base64")
  const expected = createHmac("sha256", secret).update(token).digest()
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function signedOut(): Problem {
  return new Problem("unauthenticated", "You have been signed out. Sign in to go on.")
}

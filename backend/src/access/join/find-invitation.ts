import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { organisations } from "../../organisations/tables.ts"
import { isTokenFor } from "../../secrets.ts"
import { accounts, invitations, memberships, users } from "../tables.ts"
import { readJoinToken } from "./find-setup-link.ts"

export type FoundInvitation = {
  id: string
  membershipId: string
  userId: string
  name: string
  email: string
  organisationId: string
  organisationName: string
  /** She has a sign-in already: accepting asks for no password. */
  hasPassword: boolean
}

/** The invitation behind a token, if it is one. @throws Problem link-expired where it was accepted, replaced or is too old */
export async function findInvitation(house: House, joined: string): Promise<FoundInvitation | undefined> {
  const given = readJoinToken(joined)
  if (!given || !isTokenFor(house.config.secret, "invitation", given)) return undefined
  return house.database.inScope({ role: "casepost_system" }, tx => readInvitation(tx, given.id, house.now()))
}

/** @throws Problem link-expired */
export async function readInvitation(tx: Transaction, id: string, now: Date): Promise<FoundInvitation> {
  const [row] = await tx
    .select({
      invitation: invitations,
      membership: memberships,
      name: users.name,
      email: users.email,
      organisationName: organisations.name,
    })
    .from(invitations)
    .innerJoin(memberships, eq(memberships.id, invitations.membershipId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.id, id))
  const isOpen = row && !row.invitation.acceptedAt && row.membership.invitedAt && !row.membership.disabledAt
  if (!isOpen || row.invitation.expiresAt <= now)
    throw new Problem(
      "link-expired",
      "This invitation was accepted, replaced by a newer one, or is older than 7 days. Ask your administrator for a new one.",
    )
  const { membership, name, email, organisationName } = row
  const [account] = await tx
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.userId, membership.userId), eq(accounts.providerId, "credential")))
  return {
    id,
    membershipId: membership.id,
    userId: membership.userId,
    name,
    email,
    organisationId: membership.organisationId,
    organisationName,
    hasPassword: account !== undefined,
  }
}

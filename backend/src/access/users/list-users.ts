import type { Right, User } from "@casepost/shared/access"
import { asc, eq, inArray } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { requireOrganisationAdministrator } from "../require-right.ts"
import { administrationRights, memberships, users } from "../tables.ts"

/** The people of the organisation, with their rights; those switched off too. @throws Problem not-allowed */
export async function listUsers(context: Context): Promise<{ users: User[] }> {
  requireOrganisationAdministrator(context)
  return { users: await context.transaction(tx => describeUsers(tx, {})) }
}

/** Users of the transaction's organisation as administrators see them, in two queries. */
export async function describeUsers(tx: Transaction, only: { userId?: string }): Promise<User[]> {
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email, membership: memberships })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(only.userId ? eq(users.id, only.userId) : undefined)
    .orderBy(asc(users.name), asc(users.id))
  const ids = rows.map(row => row.membership.id)
  const held = ids.length
    ? await tx.select().from(administrationRights).where(inArray(administrationRights.membershipId, ids))
    : []
  const byMembership = Map.groupBy(held, row => row.membershipId)
  return rows.map(({ id, name, email, membership }) => ({
    id,
    name,
    email,
    right: membership.organisationRight as Right,
    administrations: (byMembership.get(membership.id) ?? []).map(row => ({
      id: row.administrationId,
      right: row.held as Right,
    })),
    active: membership.disabledAt === null,
    invited: membership.invitedAt !== null,
    lastSeenAt: membership.lastSeenAt?.toISOString() ?? null,
  }))
}

import type { Me, Right } from "@casepost/shared/access"
import { and, asc, eq, isNull } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations, organisations } from "../../organisations/tables.ts"
import { requireUser, strongerRight } from "../require-right.ts"
import { administrationRights, memberships, users } from "../tables.ts"

/** Who is signed in, with every organisation she belongs to and her rights there. Settings are those of this request's organisation. */
export async function getMe(context: Context): Promise<Me> {
  const { userId } = requireUser(context)
  // Her memberships of other organisations are behind the wall of this one.
  return context.database.inScope({ role: "casepost_system" }, tx => describeMe(tx, userId, context.organisationId))
}

async function describeMe(tx: Transaction, userId: string, organisationId: string): Promise<Me> {
  const rows = await tx
    .select({ user: users, membership: memberships, organisation: organisations, administration: administrations })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(administrations, eq(administrations.organisationId, organisations.id))
    .where(and(eq(users.id, userId), isNull(memberships.disabledAt), isNull(memberships.invitedAt)))
    .orderBy(asc(organisations.name), asc(organisations.id), asc(administrations.name))
  const rights = await tx
    .select({ administrationId: administrationRights.administrationId, held: administrationRights.held })
    .from(administrationRights)
    .innerJoin(memberships, eq(memberships.id, administrationRights.membershipId))
    .where(eq(memberships.userId, userId))
  const held = new Map(rights.map(row => [row.administrationId, row.held as Right]))
  const here = rows.find(row => row.organisation.id === organisationId)
  if (!here) throw new Error("The membership ended within its own request.")
  return {
    id: here.user.id,
    name: here.user.name,
    email: here.user.email,
    twoFactor: here.user.twoFactorEnabled ?? false,
    memberships: [...new Set(rows.map(row => row.organisation.id))].map(id =>
      describeMembership(
        rows.filter(row => row.organisation.id === id),
        held,
      ),
    ),
    settings: {
      notifyOnReply: here.membership.notifyOnReply,
      notifyOnFailure: here.membership.notifyOnFailure,
      notifyOnMention: here.membership.notifyOnMention,
    },
  }
}

type Row = {
  membership: typeof memberships.$inferSelect
  organisation: typeof organisations.$inferSelect
  administration: typeof administrations.$inferSelect | null
}

function describeMembership(rows: Row[], held: Map<string, Right>): Me["memberships"][number] {
  const [first] = rows
  if (!first) throw new Error("A membership has an organisation.")
  const right = first.membership.organisationRight as Right
  return {
    organisation: {
      id: first.organisation.id,
      name: first.organisation.name,
      markReadOnOpen: first.organisation.markReadOnOpen,
    },
    right,
    administrations: rows.flatMap(({ administration }) => {
      if (!administration) return []
      const { id, name, timeZone, defaultLanguage, senderName } = administration
      const strongest = strongerRight(right, held.get(id) ?? "none")
      return strongest === "none" ? [] : [{ id, name, right: strongest, timeZone, defaultLanguage, senderName }]
    }),
  }
}

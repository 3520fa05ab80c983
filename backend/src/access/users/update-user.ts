import type { Right, User } from "@casepost/shared/access"
import { Problem } from "@casepost/shared/problems"
import { and, eq, isNull, sql } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { notHere, requireOrganisationAdministrator } from "../require-right.ts"
import { memberships, sessions } from "../tables.ts"
import { describeUsers } from "./list-users.ts"
import { type GivenRight, writeRights } from "./write-rights.ts"

type Changes = {
  id: string
  right?: Right | undefined
  administrations?: GivenRight[] | undefined
  active?: boolean | undefined
}

/**
 * Changes somebody's rights, or switches the sign-in off or on; it holds from the next request.
 * @throws Problem not-allowed; not-found; in-use where it would leave the organisation without an administrator
 */
export async function updateUser(context: Context, changes: Changes): Promise<User> {
  requireOrganisationAdministrator(context)
  const user = await context.transaction(async tx => {
    const membership = await lockMembership(tx, changes.id)
    const { right = membership.organisationRight, active = !membership.disabledAt } = changes
    const disabledAt = active ? null : (membership.disabledAt ?? context.now())
    await tx.update(memberships).set({ organisationRight: right, disabledAt }).where(eq(memberships.id, membership.id))
    if (changes.administrations)
      await writeRights(tx, context, { membershipId: membership.id, administrations: changes.administrations })
    await requireAnAdministrator(tx)
    const { id, ...detail } = changes
    await recordAudit(tx, context, { deed: "updateUser", subject: { kind: "user", id }, detail })
    return (await describeUsers(tx, { userId: id }))[0]
  })
  if (!user) throw notHere()
  if (changes.active === false) await endSessionsOfNobody(context, changes.id)
  return user
}

/** All of the organisation's memberships are locked, so that two administrators cannot lower each other at once. */
async function lockMembership(tx: Transaction, userId: string) {
  const rows = await tx.select().from(memberships).orderBy(memberships.id).for("update")
  const membership = rows.find(row => row.userId === userId)
  if (!membership) throw notHere()
  return membership
}

async function requireAnAdministrator(tx: Transaction): Promise<void> {
  const [left] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationRight, "administrator"),
        isNull(memberships.disabledAt),
        isNull(memberships.invitedAt),
      ),
    )
    .limit(1)
  if (!left)
    throw new Problem(
      "in-use",
      "This is the organisation's last administrator. Make somebody else administrator first.",
    )
}

/** Whoever belongs nowhere any more is signed out everywhere. */
async function endSessionsOfNobody(context: Context, userId: string): Promise<void> {
  await context.database.inScope({ role: "casepost_system" }, tx =>
    tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.userId, userId),
          sql`not exists (select from memberships m where m.user_id = ${userId} and m.disabled_at is null)`,
        ),
      ),
  )
}

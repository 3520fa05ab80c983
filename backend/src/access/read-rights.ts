import type { Right } from "@casepost/shared/access"
import { and, eq, isNull } from "drizzle-orm"
import type { HeldRights, House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { administrations } from "../organisations/tables.ts"
import { strongerRight } from "./require-right.ts"
import { administrationRights, memberships } from "./tables.ts"

/** A user's rights in an organisation as they are now, in one query; none: she is no member, switched off, or has not accepted yet. */
export async function readRights(
  house: House,
  userId: string,
  organisationId: string,
): Promise<HeldRights | undefined> {
  return house.database.inScope({ role: "casepost_system" }, tx => rightsIn(tx, userId, organisationId))
}

/** The same, within the system's transaction. */
export async function rightsIn(
  tx: Transaction,
  userId: string,
  organisationId: string,
): Promise<HeldRights | undefined> {
  const rows = await tx
    .select({
      organisationRight: memberships.organisationRight,
      administrationId: administrations.id,
      held: administrationRights.held,
    })
    .from(memberships)
    .leftJoin(administrations, eq(administrations.organisationId, memberships.organisationId))
    .leftJoin(
      administrationRights,
      and(
        eq(administrationRights.membershipId, memberships.id),
        eq(administrationRights.administrationId, administrations.id),
      ),
    )
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.organisationId, organisationId),
        isNull(memberships.disabledAt),
        isNull(memberships.invitedAt),
      ),
    )
  const first = rows[0]
  if (!first) return undefined
  return heldRights(
    first.organisationRight,
    rows.flatMap(row => (row.administrationId ? [[row.administrationId, row.held] as const] : [])),
  )
}

/** The right for the organisation holds in each of its administrations, unless she holds a stronger one there. */
export function heldRights(
  organisationRight: string,
  administrations: readonly (readonly [id: string, held: string | null])[],
): HeldRights {
  const organisation = organisationRight as Right
  const held = new Map<string, Right>()
  for (const [id, own] of administrations) {
    const right = strongerRight(organisation, (own ?? "none") as Right)
    if (right !== "none") held.set(id, right)
  }
  return { organisation, administrations: held }
}

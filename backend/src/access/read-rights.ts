import type { Right } from "@casepost/shared/access"
import { and, eq, isNull } from "drizzle-orm"
import type { HeldRights, House } from "../context.ts"
import { administrations } from "../organisations/tables.ts"
import { strongerRight } from "./require-right.ts"
import { administrationRights, memberships } from "./tables.ts"

/** A user's rights in an organisation as they are now, in one query; none: she is no member, or switched off. */
export async function readRights(
  house: House,
  userId: string,
  organisationId: string,
): Promise<HeldRights | undefined> {
  const rows = await house.database.inScope({ role: "casepost_system" }, tx =>
    tx
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
        ),
      ),
  )
  const first = rows[0]
  if (!first) return undefined
  const organisation = first.organisationRight as Right
  const held = new Map<string, Right>()
  for (const row of rows) {
    if (!row.administrationId) continue
    const right = strongerRight(organisation, (row.held ?? "none") as Right)
    if (right !== "none") held.set(row.administrationId, right)
  }
  return { organisation, administrations: held }
}

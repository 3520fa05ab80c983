import type { Right } from "@casepost/shared/access"
import { eq, inArray } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { notHere } from "../require-right.ts"
import { administrationRights } from "../tables.ts"

export type GivenRight = { id: string; right: Right }

/** Replaces a membership's rights per administration; `none` takes one away. @throws Problem not-found for an administration of another organisation */
export async function writeRights(
  tx: Transaction,
  context: Context,
  of: { membershipId: string; administrations: GivenRight[] },
): Promise<void> {
  const { organisationId } = context
  const given = new Map(of.administrations.map(({ id, right }) => [id, right]))
  const ids = [...given.keys()]
  const known = ids.length
    ? await tx.select({ id: administrations.id }).from(administrations).where(inArray(administrations.id, ids))
    : []
  if (known.length < ids.length) throw notHere()
  await tx.delete(administrationRights).where(eq(administrationRights.membershipId, of.membershipId))
  const rows = [...given]
    .filter(([, right]) => right !== "none")
    .map(([administrationId, held]) => ({ organisationId, membershipId: of.membershipId, administrationId, held }))
  if (rows.length > 0) await tx.insert(administrationRights).values(rows)
}

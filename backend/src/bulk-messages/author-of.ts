import { and, eq, isNull } from "drizzle-orm"
import { rightsIn } from "../access/read-rights.ts"
import { apiKeys, users } from "../access/tables.ts"
import { type Actor, type Context, type House, makeContext } from "../context.ts"
import type { BulkRow } from "./checking/tally.ts"

/**
 * Who sends a bulk message, with the rights of this moment: whoever was switched off meanwhile, or a key that was revoked, has none, and no
 * message of hers goes out any more.
 */
export async function authorOf(house: House, bulk: BulkRow): Promise<Context> {
  const { organisationId } = bulk
  const actor = await house.database.inScope({ role: "casepost_system" }, async (tx): Promise<Actor> => {
    if (bulk.apiKeyId) {
      const [key] = await tx
        .select()
        .from(apiKeys)
        .where(
          and(eq(apiKeys.id, bulk.apiKeyId), eq(apiKeys.organisationId, organisationId), isNull(apiKeys.revokedAt)),
        )
      return {
        kind: "api-key",
        keyId: bulk.apiKeyId,
        name: bulk.userName,
        administrationIds: key?.administrationIds ?? [],
      }
    }
    const userId = bulk.userId ?? ""
    const [user] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, userId))
    const rights = await rightsIn(tx, userId, organisationId)
    return {
      kind: "user",
      userId,
      name: user?.name ?? bulk.userName,
      email: user?.email ?? "",
      rights: rights ?? { organisation: "none", administrations: new Map() },
    }
  })
  return makeContext(house, { actor, organisationId })
}

import { Problem } from "@casepost/shared/problems"
import { and, eq, isNull } from "drizzle-orm"
import { type Context, type House, makeContext } from "../../context.ts"
import { hash } from "../../secrets.ts"
import { notHere } from "../require-right.ts"
import { apiKeys } from "../tables.ts"

const minute = 60_000

/** The context of a request with an API key. @throws Problem unauthenticated, not-found for another organisation than the key's */
export async function findKey(
  house: House,
  asking: { token: string; organisationId: string | undefined; requestId: string },
): Promise<Context> {
  const now = house.now()
  const key = await house.database.inScope({ role: "casepost_system" }, async tx => {
    const [found] = await tx
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.tokenHash, hash(asking.token)), isNull(apiKeys.revokedAt)))
    if (found && (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > minute))
      await tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, found.id))
    return found
  })
  if (!key) throw new Problem("unauthenticated", "This API key does not exist or has been revoked.")
  if (asking.organisationId && asking.organisationId !== key.organisationId) throw notHere()
  return makeContext(house, {
    actor: { kind: "api-key", keyId: key.id, name: key.name, administrationIds: key.administrationIds },
    organisationId: key.organisationId,
    requestId: asking.requestId,
  })
}

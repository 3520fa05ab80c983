import type { ApiKey } from "@casepost/shared/access"
import { inArray } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import { newId } from "../../columns.ts"
import type { Context } from "../../context.ts"
import { administrations } from "../../organisations/tables.ts"
import { hash, randomToken } from "../../secrets.ts"
import { notHere, requireOrganisationAdministrator, requireUser } from "../require-right.ts"
import { apiKeys } from "../tables.ts"
import { describeKeys } from "./list-api-keys.ts"

/**
 * Makes a key for one of the organisation's own systems. This answer is the only place where the key itself ever stands.
 * @throws Problem not-allowed; not-found for an administration that is not there
 */
export async function createApiKey(
  context: Context,
  input: { name: string; administrations: string[] },
): Promise<ApiKey & { key: string }> {
  requireOrganisationAdministrator(context)
  const { userId } = requireUser(context)
  const key = `cpk_${randomToken()}`
  const id = newId()
  const administrationIds = [...new Set(input.administrations)]
  const made = await context.transaction(async tx => {
    const known = await tx
      .select({ id: administrations.id })
      .from(administrations)
      .where(inArray(administrations.id, administrationIds))
    if (known.length < administrationIds.length) throw notHere()
    await tx.insert(apiKeys).values({
      id,
      organisationId: context.organisationId,
      name: input.name,
      tokenHash: hash(key),
      lastCharacters: key.slice(-4),
      administrationIds,
      createdBy: userId,
      createdAt: context.now(),
    })
    await recordAudit(tx, context, {
      deed: "createApiKey",
      subject: { kind: "api-key", id },
      detail: { name: input.name, administrations: administrationIds },
    })
    return (await describeKeys(tx, { id }))[0]
  })
  if (!made) throw notHere()
  return { ...made, key }
}

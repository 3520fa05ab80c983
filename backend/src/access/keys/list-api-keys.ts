import type { ApiKey } from "@casepost/shared/access"
import { desc, eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { requireOrganisationAdministrator } from "../require-right.ts"
import { apiKeys, users } from "../tables.ts"

/** The organisation's keys, revoked ones too, newest first. @throws Problem not-allowed */
export async function listApiKeys(context: Context): Promise<{ apiKeys: ApiKey[] }> {
  requireOrganisationAdministrator(context)
  return { apiKeys: await context.transaction(tx => describeKeys(tx)) }
}

/** Keys of the transaction's organisation as administrators see them. */
export async function describeKeys(tx: Transaction, only?: { id: string }): Promise<ApiKey[]> {
  const rows = await tx
    .select({ key: apiKeys, createdBy: users.name })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(only && eq(apiKeys.id, only.id))
    .orderBy(desc(apiKeys.id))
  return rows.map(({ key, createdBy }) => ({
    id: key.id,
    name: key.name,
    lastCharacters: key.lastCharacters,
    administrations: key.administrationIds,
    createdBy,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }))
}

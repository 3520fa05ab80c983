import { and, eq, isNull } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import { notHere, requireOrganisationAdministrator } from "../require-right.ts"
import { apiKeys } from "../tables.ts"

/** Takes a key back: it is refused from the next request. Once more changes nothing. @throws Problem not-allowed, not-found */
export async function revokeApiKey(context: Context, id: string): Promise<void> {
  requireOrganisationAdministrator(context)
  await context.transaction(async tx => {
    const [key] = await tx.select({ name: apiKeys.name }).from(apiKeys).where(eq(apiKeys.id, id))
    if (!key) throw notHere()
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: context.now() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id })
    if (revoked.length === 0) return
    await recordAudit(tx, context, {
      deed: "revokeApiKey",
      subject: { kind: "api-key", id },
      detail: { name: key.name },
    })
  })
}

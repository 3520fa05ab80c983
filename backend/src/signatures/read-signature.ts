import type { Signature } from "@casepost/shared/signatures"
import { eq, type SQL } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeLogo } from "./logos/describe-logo.ts"
import { logos, signatures } from "./tables.ts"

export type StoredSignature = Signature & { userId: string | null }

/** Signatures of the transaction's organisation, with their logos, in one query. */
export async function readSignatures(
  context: Pick<Context, "config">,
  tx: Transaction,
  which: SQL | undefined,
): Promise<StoredSignature[]> {
  const rows = await tx
    .select({ userId: signatures.userId, html: signatures.html, logoWidth: signatures.logoWidth, logo: logos })
    .from(signatures)
    .leftJoin(logos, eq(logos.id, signatures.logoId))
    .where(which)
  return rows.map(({ userId, html, logo, logoWidth }) => ({
    userId,
    html,
    logo: logo && describeLogo(context.config, logo, logoWidth),
  }))
}

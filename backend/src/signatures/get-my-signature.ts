import type { Signature } from "@casepost/shared/signatures"
import { eq } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { readSignatures } from "./read-signature.ts"
import { signatures } from "./tables.ts"

/** The signed-in user's own signature in this organisation, or none. */
export async function getMySignature(context: Context): Promise<Signature> {
  const { userId } = requireUser(context)
  const [own] = await context.transaction(tx => readSignatures(context, tx, eq(signatures.userId, userId)))
  return { html: own?.html ?? null, logo: own?.logo ?? null }
}

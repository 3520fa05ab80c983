import type { Signature } from "@casepost/shared/signatures"
import { eq } from "drizzle-orm"
import { requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { readSignatures } from "./read-signature.ts"
import { signatures } from "./tables.ts"

/** An administration's own signature, or none. @throws Problem not-found */
export async function getAdministrationSignature(context: Context, administrationId: string): Promise<Signature> {
  requireRight(context, administrationId, "restricted")
  const [own] = await context.transaction(tx =>
    readSignatures(context, tx, eq(signatures.administrationId, administrationId)),
  )
  return { html: own?.html ?? null, logo: own?.logo ?? null }
}

import { eq } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { signatures } from "./tables.ts"

/** The signed-in user's own signature in this organisation, or none. */
export async function getMySignature(context: Context): Promise<{ html: string | null }> {
  const { userId } = requireUser(context)
  const [own] = await context.transaction(tx =>
    tx.select({ html: signatures.html }).from(signatures).where(eq(signatures.userId, userId)),
  )
  return { html: own?.html ?? null }
}

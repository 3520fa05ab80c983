import { eq, or } from "drizzle-orm"
import { requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { signatures } from "./tables.ts"

export type ResolvedSignature = { html: string | null; source: "user" | "administration" | "none" }

/** The signature the actor's messages in an administration get: her own, else the administration's, else none. @throws Problem not-found */
export async function resolveSignature(context: Context, administrationId: string): Promise<ResolvedSignature> {
  requireRight(context, administrationId, "restricted")
  return context.transaction(tx => signatureFor(tx, context, administrationId))
}

/** The same, within the transaction of a message that is being sent. */
export async function signatureFor(
  tx: Transaction,
  context: Context,
  administrationId: string,
): Promise<ResolvedSignature> {
  const { actor } = context
  const own = actor.kind === "user" ? eq(signatures.userId, actor.userId) : undefined
  const rows = await tx
    .select({ userId: signatures.userId, html: signatures.html })
    .from(signatures)
    .where(or(own, eq(signatures.administrationId, administrationId)))
  const mine = rows.find(row => row.userId !== null)
  if (mine) return { html: mine.html, source: "user" }
  const [theirs] = rows
  return theirs ? { html: theirs.html, source: "administration" } : { html: null, source: "none" }
}

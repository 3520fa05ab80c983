import type { Signature } from "@casepost/shared/signatures"
import { eq, or } from "drizzle-orm"
import { requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { administrations } from "../organisations/tables.ts"
import { readSignatures } from "./read-signature.ts"
import { signatureHtml } from "./signature-html.ts"
import { signatures } from "./tables.ts"

export type ResolvedSignature = Signature & { source: "user" | "administration" | "none" }

/** The signature the actor's messages in an administration get: her own, else the administration's, else none. @throws Problem not-found */
export async function resolveSignature(context: Context, administrationId: string): Promise<ResolvedSignature> {
  requireRight(context, administrationId, "restricted")
  return context.transaction(tx => resolve(context, tx, administrationId))
}

/**
 * The same as it goes into messages, within the transaction of one that is being sent: with its logo as an image, whose words for those who
 * do not see it are the sender's name. It was cleaned when it was saved; cleaned again it stays what it is (`cleanSignature`).
 */
export async function signatureFor(
  tx: Transaction,
  context: Context,
  administrationId: string,
): Promise<{ html: string | null }> {
  const signature = await resolve(context, tx, administrationId)
  if (!signature.logo) return { html: signature.html }
  const [sender] = await tx
    .select({ name: administrations.senderName })
    .from(administrations)
    .where(eq(administrations.id, administrationId))
  return { html: signatureHtml(signature, sender?.name ?? "") }
}

async function resolve(context: Context, tx: Transaction, administrationId: string): Promise<ResolvedSignature> {
  const { actor } = context
  const own = actor.kind === "user" ? eq(signatures.userId, actor.userId) : undefined
  const rows = await readSignatures(context, tx, or(own, eq(signatures.administrationId, administrationId)))
  const mine = rows.find(row => row.userId !== null)
  const [found] = mine ? [mine] : rows
  if (!found) return { html: null, logo: null, source: "none" }
  return { html: found.html, logo: found.logo, source: mine ? "user" : "administration" }
}

import { Problem } from "@casepost/shared/problems"
import type { Signature } from "@casepost/shared/signatures"
import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { validate } from "uuid"
import { cleanHtml, htmlToText } from "../clean-html.ts"
import { type Context, doerOf } from "../context.ts"
import type { Transaction } from "../database.ts"
import { readSignatures } from "./read-signature.ts"
import { logos, signatures } from "./tables.ts"

/** What somebody chose: without `logoId` or `logoWidth` those stay as they are. */
export type SignatureChange = {
  html: string | null
  logoId?: string | null | undefined
  logoWidth?: number | undefined
}
/** Whose signature it is. */
export type Owner = { userId: string } | { administrationId: string }

/**
 * Writes a signature of a user or an administration and publishes its logo; without visible text and logo there is none. The caller has
 * checked the right. @throws Problem invalid for a logo that is somebody else's and was never published
 */
export async function saveSignature(
  context: Context,
  tx: Transaction,
  { owner, ...change }: SignatureChange & { owner: Owner },
): Promise<Signature> {
  const { organisationId } = context
  const itsOwn = ownedBy(organisationId, owner)
  const [before] = await tx.select().from(signatures).where(itsOwn).for("update")
  const logoId = change.logoId === undefined ? (before?.logoId ?? null) : change.logoId
  const logoWidth = logoId === null ? null : (change.logoWidth ?? (logoId === before?.logoId ? before.logoWidth : null))
  const cleaned = change.html === null ? "" : cleanHtml(change.html)
  const html = htmlToText(cleaned).trim() === "" ? null : cleaned
  if (html === null && logoId === null) {
    await tx.delete(signatures).where(itsOwn)
    return { html: null, logo: null }
  }
  if (logoId !== null && logoId !== before?.logoId) await publishLogo(context, tx, logoId)
  const set = { html, logoId, logoWidth, updatedAt: context.now() }
  const conflict =
    "userId" in owner
      ? { target: [signatures.organisationId, signatures.userId], targetWhere: sql`user_id is not null`, set }
      : { target: [signatures.administrationId], targetWhere: sql`administration_id is not null`, set }
  await tx
    .insert(signatures)
    .values({ organisationId, ...owner, ...set })
    .onConflictDoUpdate(conflict)
  const [after] = await readSignatures(context, tx, itsOwn)
  return { html: after?.html ?? null, logo: after?.logo ?? null }
}

function ownedBy(organisationId: string, owner: Owner): SQL | undefined {
  const whose =
    "userId" in owner ? eq(signatures.userId, owner.userId) : eq(signatures.administrationId, owner.administrationId)
  return and(eq(signatures.organisationId, organisationId), whose)
}

/** One's own upload, or one that the organisation shows already. */
async function publishLogo(context: Context, tx: Transaction, logoId: string): Promise<void> {
  const uploader = doerOf(context.actor).userId
  const [logo] = validate(logoId) ? await tx.select().from(logos).where(eq(logos.id, logoId)) : []
  if (!logo || (logo.publishedAt === null && logo.byUserId !== uploader)) {
    const detail = "This logo is not here any more. Upload it again."
    throw new Problem("invalid", detail, { fields: [{ path: "logoId", detail }] })
  }
  const unpublished = and(eq(logos.id, logoId), isNull(logos.publishedAt))
  await tx.update(logos).set({ publishedAt: context.now() }).where(unpublished)
}

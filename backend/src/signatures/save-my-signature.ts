import { and, eq, sql } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import { cleanHtml, htmlToText } from "../clean-html.ts"
import type { Context } from "../context.ts"
import { signatures } from "./tables.ts"

/** Changes one's own signature; null or nothing visible takes it away. Messages already written keep theirs. */
export async function saveMySignature(context: Context, given: string | null): Promise<{ html: string | null }> {
  const { userId } = requireUser(context)
  const { organisationId } = context
  const cleaned = given === null ? "" : cleanHtml(given)
  const html = htmlToText(cleaned).trim() === "" ? null : cleaned
  await context.transaction(async tx => {
    if (html === null) {
      await tx
        .delete(signatures)
        .where(and(eq(signatures.userId, userId), eq(signatures.organisationId, organisationId)))
      return
    }
    const updatedAt = context.now()
    await tx
      .insert(signatures)
      .values({ organisationId, userId, html, updatedAt })
      .onConflictDoUpdate({
        target: [signatures.organisationId, signatures.userId],
        targetWhere: sql`user_id is not null`,
        set: { html, updatedAt },
      })
  })
  return { html }
}

import type { Draft } from "@casepost/shared/drafts"
import { and, desc, eq, isNull } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { describeDrafts } from "./describe-drafts.ts"
import { drafts } from "./tables.ts"

/** Drafts one answer holds at most; nobody writes more at once. */
const most = 200

/** The actor's own drafts in this organisation, last saved first; of cases she may still see. */
export async function listDrafts(context: Context): Promise<{ drafts: Draft[] }> {
  const { userId } = requireUser(context)
  return context.transaction(async tx => {
    const rows = await tx
      .select()
      .from(drafts)
      .where(and(eq(drafts.userId, userId), isNull(drafts.consumedAt)))
      .orderBy(desc(drafts.savedAt), desc(drafts.id))
      .limit(most)
    return { drafts: await describeDrafts(context, tx, rows) }
  })
}

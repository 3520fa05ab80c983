import type { CaseRef } from "@casepost/shared/cases"
import type { Draft, DraftKind } from "@casepost/shared/drafts"
import { requireUser } from "../access/require-right.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import { beingWritten } from "./being-written.ts"
import { describeDrafts } from "./describe-drafts.ts"
import { drafts } from "./tables.ts"

/** The actor's own draft for a case, if one is being written. @throws Problem not-found (the case) */
export async function getDraft(
  context: Context,
  { kind, caseRef }: { kind: DraftKind; caseRef: CaseRef },
): Promise<{ draft: Draft | null }> {
  const { userId } = requireUser(context)
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, caseRef, "restricted")
    const rows = await tx
      .select()
      .from(drafts)
      .where(beingWritten({ userId, kind, caseRef: found.ref }))
    const [draft] = await describeDrafts(context, tx, rows)
    return { draft: draft ?? null }
  })
}

import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import { requireUser } from "../access/require-right.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import { beingWritten } from "./being-written.ts"
import { drafts } from "./tables.ts"

/** Throws the actor's draft for a case away; where there is none, nothing happens. @throws Problem not-found (the case) */
export async function discardDraft(
  context: Context,
  { kind, caseRef }: { kind: DraftKind; caseRef: CaseRef },
): Promise<void> {
  const { userId } = requireUser(context)
  await context.transaction(async tx => {
    const found = await requireCase(context, tx, caseRef, "restricted")
    await tx.delete(drafts).where(beingWritten({ userId, kind, caseRef: found.ref }))
  })
}

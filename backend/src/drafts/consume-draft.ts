import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { drafts } from "./tables.ts"

/** The draft that is being sent. */
export type SentDraft = {
  id: string
  kind: DraftKind
  caseRef: CaseRef
  /** The version that was sent; left out: whichever there is. */
  version?: number | undefined
}

/**
 * Takes a draft away for what it becomes, in that transaction. Its row is held, so of two sends at once the second one waits and
 * then learns that the draft was `consumed-before`: what it became must be given again.
 * @throws Problem stale-draft when it is not the actor's, is of another case, is gone, or was saved with another text meanwhile
 */
export async function consumeDraft(
  context: Context,
  tx: Transaction,
  draft: SentDraft,
): Promise<"consumed" | "consumed-before"> {
  const [row] = validate(draft.id) ? await tx.select().from(drafts).where(eq(drafts.id, draft.id)).for("update") : []
  const own = row && context.actor.kind === "user" && row.userId === context.actor.userId
  const ofCase = row && row.caseKind === draft.caseRef.kind && row.caseId === draft.caseRef.id
  if (!row || !own || !ofCase || row.kind !== draft.kind)
    throw new Problem(
      "stale-draft",
      "This draft was sent or thrown away somewhere else. Your text is still here: go on with it as a new draft.",
    )
  if (row.consumedAt) return "consumed-before"
  if (draft.version !== undefined && draft.version !== row.version)
    throw new Problem(
      "stale-draft",
      "This draft was changed in another window after you wrote this. Nothing was sent: look at the other text first.",
    )
  await tx.update(drafts).set({ consumedAt: context.now() }).where(eq(drafts.id, row.id))
  return "consumed"
}

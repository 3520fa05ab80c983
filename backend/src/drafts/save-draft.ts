import type { CaseRef } from "@casepost/shared/cases"
import type { Draft, DraftContent, DraftKind } from "@casepost/shared/drafts"
import { Problem } from "@casepost/shared/problems"
import { and, eq, sql } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import { requireCase } from "../cases/require-case.ts"
import { cleanHtml } from "../clean-html.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { beingWritten, type DraftPlace } from "./being-written.ts"
import { describeDrafts } from "./describe-drafts.ts"
import { drafts } from "./tables.ts"

export type DraftToSave = {
  kind: DraftKind
  caseRef: CaseRef
  content: DraftContent
  /** Of the draft this text grew from; 0 for a new one. */
  version: number
  surface: string
}

/**
 * Saves the actor's draft for a case. Messages need the right to send them, notes the right to read.
 * @throws Problem not-found, not-allowed, stale-draft (saved, sent or thrown away elsewhere; nothing was overwritten)
 */
export async function saveDraft(context: Context, draft: DraftToSave): Promise<Draft> {
  const { userId } = requireUser(context)
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, draft.caseRef, draft.kind === "note" ? "restricted" : "standard")
    const content = { ...draft.content, bodyHtml: cleanHtml(draft.content.bodyHtml) }
    const place = { userId, kind: draft.kind, caseRef: found.ref }
    const typed = { content, surface: draft.surface, savedAt: context.now() }
    const row =
      draft.version === 0 ? await begin(context, tx, { place, typed }) : await goOn(tx, { place, typed, draft })
    if (!row) throw stale()
    const [described] = await describeDrafts(context, tx, [row])
    if (!described) throw stale()
    return described
  })
}

type Row = typeof drafts.$inferSelect
type Typed = Pick<Row, "content" | "surface" | "savedAt">

/** None where one is being written already. */
async function begin(context: Context, tx: Transaction, { place, typed }: { place: DraftPlace; typed: Typed }) {
  const { userId, kind, caseRef } = place
  const { organisationId } = context
  const [made] = await tx
    .insert(drafts)
    .values({ organisationId, userId, kind, caseKind: caseRef.kind, caseId: caseRef.id, ...typed })
    .onConflictDoNothing()
    .returning()
  return made
}

/** None where it is not the version any more that this text grew from. */
async function goOn(
  tx: Transaction,
  { place, typed, draft }: { place: DraftPlace; typed: Typed; draft: DraftToSave },
): Promise<Row | undefined> {
  const [changed] = await tx
    .update(drafts)
    .set({ ...typed, version: sql`${drafts.version} + 1` })
    .where(and(beingWritten(place), eq(drafts.version, draft.version)))
    .returning()
  return changed
}

function stale(): Problem {
  return new Problem(
    "stale-draft",
    "This draft was changed, sent or thrown away somewhere else. Nothing was overwritten: look at the other text, then go on with one of them.",
  )
}

import type { CaseRef } from "@casepost/shared/cases"
import type { DraftContent } from "@casepost/shared/drafts"
import { newId } from "../columns.ts"
import type { Transaction } from "../database.ts"
import { drafts } from "./tables.ts"

/** Keeps the text of a message that was taken back as a draft again; none where its author is writing another one on that case. */
export async function restoreDraft(
  tx: Transaction,
  message: { organisationId: string; userId: string; caseRef: CaseRef; content: DraftContent; at: Date },
): Promise<string | null> {
  const { organisationId, userId, caseRef, content, at } = message
  const [made] = await tx
    .insert(drafts)
    .values({
      id: newId(),
      organisationId,
      userId,
      kind: "message",
      caseKind: caseRef.kind,
      caseId: caseRef.id,
      content,
      savedAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: drafts.id })
  return made?.id ?? null
}

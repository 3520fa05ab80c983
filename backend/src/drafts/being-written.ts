import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import { and, eq, isNull, type SQL } from "drizzle-orm"
import { drafts } from "./tables.ts"

/** Where a user's draft for a case lies: at most one of each kind is being written. */
export type DraftPlace = { userId: string; kind: DraftKind; caseRef: CaseRef }

/** The condition for the one draft that is being written there; sent ones do not count. */
export function beingWritten({ userId, kind, caseRef }: DraftPlace): SQL | undefined {
  return and(
    eq(drafts.userId, userId),
    eq(drafts.kind, kind),
    eq(drafts.caseKind, caseRef.kind),
    eq(drafts.caseId, caseRef.id),
    isNull(drafts.consumedAt),
  )
}

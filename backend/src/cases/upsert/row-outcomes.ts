import type { RowOutcome } from "@casepost/shared/case-rows"
import type { Audited } from "../../audit/record-audit.ts"

/** The answers in the order of the rows. */
export function inOrder(outcomes: RowOutcome[]): RowOutcome[] {
  return outcomes.toSorted((one, other) => one.index - other.index)
}

/** One line in the audit for a whole request: how many rows became what. */
export function auditedCounts(deed: string, administrationId: string, outcomes: readonly RowOutcome[]): Audited {
  const detail: Record<string, number> = {}
  for (const { outcome } of outcomes) detail[outcome] = (detail[outcome] ?? 0) + 1
  return { deed, subject: { kind: "administration", id: administrationId }, administrationId, detail }
}

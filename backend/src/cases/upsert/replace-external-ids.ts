import type { CaseKind } from "@casepost/shared/cases"
import { and, eq, inArray } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { externalIds } from "../tables.ts"

type Replacement = {
  organisationId: string
  administrationId: string
  kind: CaseKind
  cases: { id: string; values: readonly string[] }[]
}

/** Gives cases these external ids and no others. */
export async function replaceExternalIds(tx: Transaction, replacement: Replacement): Promise<void> {
  const { organisationId, administrationId, kind, cases } = replacement
  if (cases.length === 0) return
  const ids = cases.map(({ id }) => id)
  await tx.delete(externalIds).where(and(eq(externalIds.caseKind, kind), inArray(externalIds.caseId, ids)))
  const rows = cases.flatMap(({ id, values }) =>
    [...new Set(values)].map(value => ({ organisationId, administrationId, caseKind: kind, caseId: id, value })),
  )
  if (rows.length > 0) await tx.insert(externalIds).values(rows)
}

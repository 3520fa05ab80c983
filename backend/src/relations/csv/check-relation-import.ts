import type { ImportedRelation } from "@casepost/shared/relations"
import { requireOrganisationAdministrator } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { countOutcomes, type ImportCounts, planImport } from "./plan-import.ts"
import { readRelationFile } from "./read-relation-file.ts"

/** What importing a file of relations would do, line by line; nothing is changed. @throws Problem not-allowed, too-large, invalid */
export async function checkRelationImport(
  context: Context,
  { contentBase64 }: { contentBase64: string },
): Promise<{ rows: ImportedRelation[]; counts: ImportCounts }> {
  requireOrganisationAdministrator(context)
  const lines = await readRelationFile(contentBase64)
  const planned = await context.transaction(tx => planImport(tx, lines))
  return { rows: planned.map(({ told }) => told), counts: countOutcomes(planned) }
}

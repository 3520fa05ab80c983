import type { Import } from "@casepost/shared/imports"
import type { Context } from "../context.ts"
import { describeImport, requireImport } from "./describe-import.ts"

/** An import, as it was checked or carried out. @throws Problem not-found, not-allowed */
export function getImport(context: Context, id: string): Promise<Import> {
  return context.transaction(async tx => describeImport(await requireImport(context, tx, id)))
}

import type { Import } from "@casepost/shared/imports"
import { desc, eq } from "drizzle-orm"
import { requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { describeImport } from "./describe-import.ts"
import { imports } from "./tables.ts"

/** The last twenty imports of an administration, newest first. @throws Problem not-found, not-allowed */
export async function listImports(context: Context, administrationId: string): Promise<{ imports: Import[] }> {
  requireRight(context, administrationId, "administrator")
  return context.transaction(async tx => {
    const stored = await tx
      .select()
      .from(imports)
      .where(eq(imports.administrationId, administrationId))
      .orderBy(desc(imports.createdAt))
      .limit(20)
    return { imports: stored.map(describeImport) }
  })
}

import { eq } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { holdTool } from "./require-tool.ts"
import { tools } from "./tables.ts"

/** Deletes a tool with its rules and what was counted of it. @throws Problem not-allowed, not-found */
export async function deleteTool(context: Context, id: string): Promise<void> {
  requireOrganisationAdministrator(context)
  await context.transaction(async tx => {
    const { name, address } = await holdTool(context, tx, id)
    await tx.delete(tools).where(eq(tools.id, id))
    await recordAudit(tx, context, { deed: "deleteTool", subject: { kind: "tool", id }, detail: { name, address } })
  })
}

import { Problem } from "@casepost/shared/problems"
import type { Tool, ToolBody } from "@casepost/shared/tools"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import { newId } from "../columns.ts"
import { type Context, doerOf } from "../context.ts"
import { requireTool } from "./require-tool.ts"
import { tools } from "./tables.ts"
import { addressTaken } from "./writing/address-taken.ts"
import { soundTool } from "./writing/sound-tool.ts"

/**
 * Adds a tool for the whole organisation; each person still gives Chrome's permission for it herself.
 * @throws Problem not-allowed; already-exists, naming the tool that has the address; invalid
 */
export async function createTool(context: Context, body: ToolBody): Promise<Tool> {
  requireOrganisationAdministrator(context)
  const { organisationId } = context
  const id = newId()
  const at = context.now()
  return context.transaction(async tx => {
    const sound = await soundTool(tx, body)
    const switched = { switchedBy: doerOf(context.actor).name, switchedAt: at }
    const made = await tx
      .insert(tools)
      .values({ id, organisationId, ...sound, ...switched, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .returning({ id: tools.id })
    if (made.length === 0) throw (await addressTaken(tx, sound.address)) ?? new Problem("already-exists")
    const tool = await requireTool(context, tx, id)
    const { name, address, on } = tool
    await recordAudit(tx, context, {
      deed: "createTool",
      subject: { kind: "tool", id },
      detail: { name, address, on },
    })
    await context.rememberAnswer(tx, tool)
    return tool
  })
}

import { Problem } from "@casepost/shared/problems"
import type { Tool, ToolBody } from "@casepost/shared/tools"
import { eq } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import { type Context, doerOf } from "../context.ts"
import { isViolation, type Transaction } from "../database.ts"
import { holdTool, requireTool } from "./require-tool.ts"
import { tools } from "./tables.ts"
import { addressTaken } from "./writing/address-taken.ts"
import { soundTool } from "./writing/sound-tool.ts"

/**
 * Changes a tool, for everybody at once; switching it on or off is kept with who did it and when.
 * @throws Problem not-allowed, not-found; stale-tool where somebody changed it since `version`; already-exists, naming the tool that
 * has the address; invalid
 */
export async function updateTool(context: Context, changes: ToolBody & { id: string; version: number }): Promise<Tool> {
  requireOrganisationAdministrator(context)
  const { id, version, ...body } = changes
  const update = async (tx: Transaction) => {
    const before = await holdTool(context, tx, id)
    if (before.version !== version) throw stale()
    const sound = await soundTool(tx, body)
    const taken = await addressTaken(tx, sound.address)
    if (taken && taken.by !== id) throw taken
    const detail = changed(before, sound)
    if (Object.keys(detail).length === 0) return before
    const at = context.now()
    const switched = before.on === sound.on ? {} : { switchedBy: doerOf(context.actor).name, switchedAt: at }
    await tx
      .update(tools)
      .set({ ...sound, ...switched, version: version + 1, updatedAt: at })
      .where(eq(tools.id, id))
    await recordAudit(tx, context, {
      deed: "updateTool",
      subject: { kind: "tool", id },
      detail: { name: sound.name, ...detail },
    })
    return requireTool(context, tx, id)
  }
  try {
    return await context.transaction(update)
  } catch (error) {
    // Somebody took the address after it was looked for.
    if (!isViolation(error, "23505")) throw error
    throw (await context.transaction(tx => addressTaken(tx, body.address))) ?? new Problem("already-exists")
  }
}

function stale(): Problem {
  return new Problem(
    "stale-tool",
    "Somebody else changed this tool meanwhile. Nothing was overwritten: look at it as it is now, then change it again.",
  )
}

/** What changed, as it was and as it is. */
function changed(before: Tool, after: ToolBody): Record<string, { from: unknown; to: unknown }> {
  const fields = (Object.keys(after) as (keyof ToolBody)[]).filter(
    field => comparable(before[field]) !== comparable(after[field]),
  )
  return Object.fromEntries(fields.map(field => [field, { from: before[field], to: after[field] }]))
}

/** jsonb keeps keys in an order of its own, and neither it nor a caller need write what is null. */
function comparable(value: unknown): string {
  return JSON.stringify(value, (_, held) =>
    held && typeof held === "object" && !Array.isArray(held)
      ? Object.fromEntries(
          Object.entries(held)
            .filter(([, inner]) => inner !== null && inner !== undefined)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : held,
  )
}

import { Problem } from "@casepost/shared/problems"
import type { RelationUses } from "@casepost/shared/relations"
import { eq } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { holdRelation } from "./get-relation.ts"
import { readUses } from "./list-relation-uses.ts"
import { relations } from "./tables.ts"

/**
 * Deletes a relation. What was sent to it stays in the timelines; what would still go to it leaves it out, and says so.
 * @throws Problem not-allowed, not-found; in-use while something uses it and it is not confirmed
 */
export async function deleteRelation(
  context: Context,
  { id, confirmed }: { id: string; confirmed: boolean },
): Promise<void> {
  requireOrganisationAdministrator(context)
  await context.transaction(async tx => {
    const { name, address } = await holdRelation(tx, id)
    const { counts: uses } = await readUses(context, tx, id)
    const used = inWords(uses)
    if (used && !confirmed)
      throw new Problem("in-use", `“${name}” is used by ${used}. Where it is deleted, these leave it out.`)
    await tx.delete(relations).where(eq(relations.id, id))
    await recordAudit(tx, context, {
      deed: "deleteRelation",
      subject: { kind: "relation", id },
      detail: { name, address, uses },
    })
  })
}

/** `1 standard message and 3 drafts`; empty where nothing uses it. */
function inWords(uses: RelationUses["counts"]): string {
  const words = { standardMessages: "standard message", drafts: "draft", scheduledMessages: "scheduled message" }
  const parts = Object.entries({ ...words, reminders: "reminder" }).flatMap(([kind, word]) => {
    const count = uses[kind as keyof typeof uses]
    return count === 0 ? [] : `${count} ${word}${count === 1 ? "" : "s"}`
  })
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`
}

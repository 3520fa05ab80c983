import type { StandardMessage } from "@casepost/shared/standard-messages"
import { eq } from "drizzle-orm"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { describeStandardMessage } from "./describing/describe-standard-message.ts"
import { requireStandardMessage } from "./require-standard-message.ts"
import { standardMessages } from "./tables.ts"

/** Takes a standard message out of the chooser, or puts it back. What was begun with it goes on. @throws Problem not-found, not-allowed */
export async function archiveStandardMessage(
  context: Context,
  { id, archived }: { id: string; archived: boolean },
): Promise<StandardMessage> {
  return context.transaction(async tx => {
    const row = await requireStandardMessage(context, tx, { id, right: "administrator", hold: true })
    if (archived === (row.archivedAt !== null)) return describeStandardMessage(tx, row)
    const archivedAt = archived ? context.now() : null
    await tx.update(standardMessages).set({ archivedAt }).where(eq(standardMessages.id, id))
    await recordAudit(tx, context, {
      deed: "archiveStandardMessage",
      subject: { kind: "standard-message", id },
      administrationId: row.administrationId,
      detail: { description: row.description, archived },
    })
    return describeStandardMessage(tx, { ...row, archivedAt })
  })
}

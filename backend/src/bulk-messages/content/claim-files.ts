import { mostMailBytes } from "@casepost/shared/attachments"
import { Problem } from "@casepost/shared/problems"
import { giveToBulk } from "../../attachments/give-to-bulk.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { BulkRow } from "../checking/tally.ts"

/** Makes the files its author chose the bulk message's own. @throws Problem attachment-refused, too-large */
export async function claimFiles(context: Context, tx: Transaction, bulk: BulkRow): Promise<void> {
  const ids = [...new Set(bulk.content.attachmentIds)]
  const { size, refused } = await giveToBulk(context, tx, {
    ids,
    bulkMessageId: bulk.id,
    administrationIds: bulk.administrationIds,
  })
  if (refused !== undefined) {
    const detail = "One of the attachments is not here any more. Remove it and attach the file again."
    throw new Problem("attachment-refused", detail, { fields: [{ path: `content.attachmentIds.${refused}`, detail }] })
  }
  if (size <= mostMailBytes) return
  const detail = "The attachments are over 25 MB together; one e-mail can carry at most 25 MB. Remove one."
  throw new Problem("too-large", detail, { fields: [{ path: "content.attachmentIds", detail }] })
}

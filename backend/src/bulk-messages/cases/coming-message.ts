import { and, eq } from "drizzle-orm"
import { notHere, visibleAdministrations } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { NewRecipient } from "../../messages/many/write-messages.ts"
import { type BulkFile, filesOf } from "../checking/files-of.ts"
import { type Judged, judgeCase } from "../checking/judge-case.ts"
import { type CaseRow, type Chosen, readChosen } from "../checking/read-chosen.ts"
import type { BulkRow } from "../checking/tally.ts"
import { requireOwn } from "../require-bulk-message.ts"
import { recipientsOf, type Sender } from "../running/make-message.ts"
import { readSenders } from "../running/read-senders.ts"
import { bulkMessageCases } from "../tables.ts"

/** What one case would get now, before anything is written. */
export type Coming = {
  bulk: BulkRow
  chosen: Chosen
  judged: Judged
  sender: Sender
  people: NewRecipient[]
  files: BulkFile[]
}

/** Of one's own bulk message. @throws Problem not-found, not-allowed */
export async function coming(
  context: Context,
  tx: Transaction,
  { id, position }: { id: string; position: number },
): Promise<Coming> {
  const bulk = await requireOwn(context, tx, id)
  return comingMessage(context, tx, { bulk, row: await requireCaseRow(context, tx, { id, position }) })
}

/** @throws Problem not-found */
export async function comingMessage(
  context: Context,
  tx: Transaction,
  { bulk, row }: { bulk: BulkRow; row: CaseRow },
): Promise<Coming> {
  const [chosen] = await readChosen(context, tx, { rows: [row], texts: bulk.content.texts })
  if (!chosen) throw notHere()
  const files = await filesOf(context, tx, bulk)
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const judged = judgeCase(context, chosen, { content: bulk.content, bytes })
  const senders = await readSenders(context, tx, { bulk, administrations: [chosen.administration] })
  const sender = senders.get(row.administrationId)
  if (!sender) throw notHere()
  return { bulk, chosen, judged, sender, people: recipientsOf(bulk, { chosen, judged, sender }), files }
}

/** One case of a bulk message, in an administration one may see. @throws Problem not-found */
export async function requireCaseRow(
  context: Context,
  tx: Transaction,
  { id, position }: { id: string; position: number },
): Promise<CaseRow> {
  const [row] = await tx
    .select()
    .from(bulkMessageCases)
    .where(and(eq(bulkMessageCases.bulkMessageId, id), eq(bulkMessageCases.position, position)))
  if (!row || !visibleAdministrations(context).includes(row.administrationId)) throw notHere()
  return row
}

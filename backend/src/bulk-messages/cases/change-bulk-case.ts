import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import { and, eq, sql } from "drizzle-orm"
import { notHere } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { judgeRows, keepTally } from "../checking/check-cases.ts"
import { filesOf } from "../checking/files-of.ts"
import type { CaseRow } from "../checking/read-chosen.ts"
import type { BulkRow } from "../checking/tally.ts"
import { countResults, readRow } from "../describing/count-results.ts"
import { describeBulkMessage } from "../describing/describe-bulk-messages.ts"
import { requireOwn } from "../require-bulk-message.ts"
import { settleStopped } from "../running/settle-stopped.ts"
import { bulkMessageCases, bulkMessages } from "../tables.ts"
import { requireCaseRow } from "./coming-message.ts"
import { readBulkCases } from "./describe-cases.ts"

export type BulkCaseChange = {
  id: string
  position: number
  takenOut?: boolean | undefined
  values?: Record<string, string | undefined> | undefined
  send: boolean
}

/**
 * Takes a case out or back in, or keeps values filled in by hand for its message. Sent already: one that was left out for a missing value
 * goes out with it (`send`). @throws Problem not-found, not-allowed, stale-draft, placeholder-missing
 */
export async function changeBulkCase(
  context: Context,
  change: BulkCaseChange,
): Promise<{ bulkMessage: BulkMessage; case: BulkCase }> {
  const { id, position } = change
  const changed = await context.transaction(async tx => {
    const bulk = await requireOwn(context, tx, id)
    const row = await requireCaseRow(context, tx, change)
    const writing = bulk.state === "writing"
    if (!writing && (!change.send || row.state !== "left-out"))
      throw new Problem("stale-draft", "This bulk message was sent already: its messages cannot change any more.")
    await keepChange(tx, { bulk, row, change })
    const after =
      writing || change.send
        ? await lookAgain(context, tx, { bulk, row: await requireCaseRow(context, tx, change) })
        : bulk
    if (!writing) await sendCase(context, tx, { bulk, position })
    const [shown] = await readBulkCases(context, tx, { bulk: after, where: sql`c.position = ${position}`, limit: 1 })
    if (!shown) throw notHere()
    const current = writing ? after : await countResults(context, tx, await readRow(tx, id))
    return { bulkMessage: await describeBulkMessage(context, tx, current), case: shown }
  })
  context.wakeDelivery()
  return changed
}

async function keepChange(
  tx: Transaction,
  { bulk, row, change }: { bulk: BulkRow; row: CaseRow; change: BulkCaseChange },
): Promise<void> {
  const values = Object.fromEntries(
    Object.entries({ ...row.values, ...change.values }).filter(([, value]) => value !== undefined && value !== ""),
  ) as Record<string, string>
  await tx
    .update(bulkMessageCases)
    .set({ takenOut: change.takenOut ?? row.takenOut, values: Object.keys(values).length > 0 ? values : null })
    .where(and(eq(bulkMessageCases.bulkMessageId, bulk.id), eq(bulkMessageCases.position, row.position)))
}

async function lookAgain(
  context: Context,
  tx: Transaction,
  { bulk, row }: { bulk: BulkRow; row: CaseRow },
): Promise<BulkRow> {
  const bytes = (await filesOf(context, tx, bulk)).reduce((sum, file) => sum + file.size, 0)
  await judgeRows(context, tx, { bulk, rows: [row], bytes })
  return keepTally(context, tx, bulk)
}

/** Its turn comes at once; where the bulk message had ended it runs again for it. */
async function sendCase(
  context: Context,
  tx: Transaction,
  { bulk, position }: { bulk: BulkRow; position: number },
): Promise<void> {
  const its = and(eq(bulkMessageCases.bulkMessageId, bulk.id), eq(bulkMessageCases.position, position))
  const [row] = await tx.select().from(bulkMessageCases).where(its)
  if (row?.check === "missing")
    throw new Problem("placeholder-missing", `${row.reason ?? "A value is missing"}. Fill it in to send this message.`)
  await settleStopped(tx, bulk)
  await tx.update(bulkMessageCases).set({ state: "waiting", reason: null, takenOut: false }).where(its)
  if (bulk.state === "paused") return
  await tx
    .update(bulkMessages)
    .set({ state: "sending", startedAt: bulk.startedAt ?? context.now(), finishedAt: null, countedAt: null })
    .where(eq(bulkMessages.id, bulk.id))
}

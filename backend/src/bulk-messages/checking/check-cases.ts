import { and, asc, eq, gte, sql } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { bulkMessageCases, bulkMessages } from "../tables.ts"
import { filesOf } from "./files-of.ts"
import { judgeCase } from "./judge-case.ts"
import { type CaseRow, readChosen } from "./read-chosen.ts"
import { type BulkRow, countCases } from "./tally.ts"

/** Cases looked at in one go at most. */
const mostAtOnce = 500

/**
 * Looks at cases of a bulk message that is being written, where the last look ended, for about so many milliseconds; its row is held. Gives
 * the row as it is then: `checkedTo` below `total` means that it goes on later.
 */
export async function checkCases(
  context: Context,
  tx: Transaction,
  { bulk, milliseconds }: { bulk: BulkRow; milliseconds: number },
): Promise<BulkRow> {
  const end = performance.now() + milliseconds
  const bytes = (await filesOf(context, tx, bulk)).reduce((sum, file) => sum + file.size, 0)
  let { checkedTo } = bulk
  if (checkedTo >= bulk.total) return bulk
  do {
    const most = Math.min(mostAtOnce, checkedTo === bulk.checkedTo ? 100 : mostAtOnce)
    const rows = await tx
      .select()
      .from(bulkMessageCases)
      .where(and(eq(bulkMessageCases.bulkMessageId, bulk.id), gte(bulkMessageCases.position, checkedTo)))
      .orderBy(asc(bulkMessageCases.position))
      .limit(most)
    await judgeRows(context, tx, { bulk, rows, bytes })
    checkedTo = rows.length < most ? bulk.total : (rows.at(-1)?.position ?? 0) + 1
  } while (checkedTo < bulk.total && performance.now() < end)
  return keepTally(context, tx, { ...bulk, checkedTo })
}

/** Counts again after something was decided about single cases. */
export async function keepTally(context: Context, tx: Transaction, bulk: BulkRow): Promise<BulkRow> {
  const { id, checkedTo, total } = bulk
  const checks = await countCases(tx, { id, checkedTo, total, now: context.now() })
  await tx.update(bulkMessages).set({ checkedTo, checks }).where(eq(bulkMessages.id, id))
  return { ...bulk, checks }
}

/** Looks at these cases and writes down what would become of them. */
export async function judgeRows(
  context: Context,
  tx: Transaction,
  { bulk, rows, bytes }: { bulk: BulkRow; rows: CaseRow[]; bytes: number },
): Promise<void> {
  const chosen = await readChosen(context, tx, { rows, texts: bulk.content.texts })
  const judged = chosen.map(one => {
    const { check, missing, reason, language, address } = judgeCase(context, one, { content: bulk.content, bytes })
    return {
      bulk_message_id: bulk.id,
      position: one.row.position,
      check,
      missing: missing.length > 0 ? missing : null,
      reason,
      language,
      address,
    }
  })
  // By the whole key: with its first part given, a table without statistics is compared row by row.
  await tx.execute(sql`
    update ${bulkMessageCases} c set "check" = j."check", missing = j.missing, reason = j.reason, language = j.language,
      address = j.address
    from jsonb_populate_recordset(null::${bulkMessageCases}, ${JSON.stringify(judged)}::text::jsonb) j
    where c.bulk_message_id = j.bulk_message_id and c.position = j.position`)
}

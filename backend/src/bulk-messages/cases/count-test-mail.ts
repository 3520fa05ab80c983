import { Problem } from "@casepost/shared/problems"
import { and, eq, gt, sql } from "drizzle-orm"
import { requireUser } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { BulkRow } from "../checking/tally.ts"
import { bulkMessages } from "../tables.ts"

const most = 10
const minutes = 10

/** Counts a test mail: ten in ten minutes, whatever bulk messages they are of. @throws Problem too-many */
export async function countTestMail(context: Context, tx: Transaction, bulk: BulkRow): Promise<void> {
  const { userId } = requireUser(context)
  const since = new Date(context.now().getTime() - minutes * 60_000)
  const [counted] = await tx
    .select({ mails: sql<number>`coalesce(sum(${bulkMessages.testMails}), 0)::int` })
    .from(bulkMessages)
    .where(and(eq(bulkMessages.userId, userId), gt(bulkMessages.testedAt, since)))
  if ((counted?.mails ?? 0) >= most)
    throw new Problem("too-many", `${most} test mails in ${minutes} minutes are enough. Try again in a while.`, {
      retryAfter: minutes * 60,
    })
  const isRecent = bulk.testedAt !== null && bulk.testedAt > since
  await tx
    .update(bulkMessages)
    .set({ testMails: isRecent ? bulk.testMails + 1 : 1, testedAt: isRecent ? bulk.testedAt : context.now() })
    .where(eq(bulkMessages.id, bulk.id))
}

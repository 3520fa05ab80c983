import { sql } from "drizzle-orm"
import { isOneOf, rowsOf, type Transaction } from "../../database.ts"
import { messages, recipients } from "../../messages/tables.ts"
import { refreshCaseRows } from "./refresh-case-rows.ts"

/** The same for the cases of messages to these recipients, whose messages turned out not to arrive, or to arrive after all. */
export async function refreshMessagedCases(tx: Transaction, recipientIds: readonly string[]): Promise<void> {
  if (recipientIds.length === 0) return
  const cases = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select distinct ${messages.caseId}::text as id from ${recipients}
      join ${messages} on ${messages.id} = ${recipients.messageId} where ${isOneOf(recipients.id, recipientIds)}`),
  )
  await refreshCaseRows(
    tx,
    cases.map(({ id }) => id),
  )
}

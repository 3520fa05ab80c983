import { sql } from "drizzle-orm"
import type { FoundCase } from "../../cases/find-case.ts"
import type { Transaction } from "../../database.ts"
import { addEntry } from "../../entries/add-entry.ts"
import { touchConversation } from "../../entries/touch-conversation.ts"

/** Puts a message that was just written into timelines, inbox and search, in its own transaction. */
export async function showMessage(
  tx: Transaction,
  {
    found,
    messageId,
    at,
    unread,
  }: {
    found: Pick<FoundCase, "ref" | "organisationId" | "administrationId" | "customerId">
    messageId: string
    at: Date
    unread: boolean
  },
): Promise<void> {
  const { ref: caseRef, organisationId, administrationId, customerId } = found
  await addEntry(tx, { kind: "message", id: messageId, organisationId, administrationId, caseRef, at })
  await touchConversation(tx, { organisationId, administrationId, customerId, caseRef, messageId, at, unread })
  await indexMessage(tx, messageId)
}

/** Writes what inbox search knows of a message anew; of one that was taken back, nothing. */
export async function indexMessage(tx: Transaction, messageId: string): Promise<void> {
  await tx.execute(sql`select casepost_index_message(${messageId})`)
}

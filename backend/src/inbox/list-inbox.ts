import type { CaseKind } from "@casepost/shared/cases"
import type { Conversation, InboxSort } from "@casepost/shared/inbox"
import { requireRight, visibleAdministrations } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { readCursor, writeCursor } from "../cursor.ts"
import { describeConversations } from "./describe-conversations.ts"
import { readPage } from "./read-page.ts"

type Query = {
  search?: string | undefined
  administrationId?: string | undefined
  caseKind?: CaseKind | undefined
  read?: "read" | "unread" | undefined
  sort: InboxSort
  cursor?: string | undefined
  limit: number
}

/**
 * Conversations of the administrations one may see, also those that we started and nobody answered. Internal notes are no part of it.
 * @throws Problem not-found for an administration one may not see; invalid for a cursor that is none
 */
export async function listInbox(
  context: Context,
  query: Query,
): Promise<{ conversations: Conversation[]; nextCursor: string | null }> {
  const { administrationId, caseKind, read, sort, search, cursor, limit } = query
  if (administrationId) requireRight(context, administrationId, "restricted")
  const asked = {
    organisationId: context.organisationId,
    administrationIds: administrationId ? [administrationId] : visibleAdministrations(context),
    kinds: caseKind ? [caseKind] : (["customer", "matter", "invoice"] as const),
    read,
    sort,
    // Postgres knows no NUL in text.
    search: search?.replaceAll("\0", "") || undefined,
    after: cursor === undefined ? undefined : readCursor(cursor),
    limit: limit + 1,
  }
  return context.transaction(async tx => {
    const rows = await readPage(tx, asked)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      conversations: await describeConversations(
        context,
        tx,
        shown.map(row => row.ref),
      ),
      nextCursor: rows.length > limit && last ? writeCursor(last.place) : null,
    }
  })
}

import { and, count, eq, inArray } from "drizzle-orm"
import { visibleAdministrations } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { isOneOf } from "../database.ts"
import { conversations } from "../entries/tables.ts"

const mostCounted = 100

/** How many conversations have something unread; it stops counting at 100. */
export async function countUnread(context: Context): Promise<{ unread: number }> {
  const administrationIds = visibleAdministrations(context)
  return context.transaction(async tx => {
    const some = tx
      .select({ caseId: conversations.caseId })
      .from(conversations)
      .where(
        and(
          eq(conversations.organisationId, context.organisationId),
          isOneOf(conversations.administrationId, administrationIds),
          inArray(conversations.caseKind, ["customer", "matter", "invoice"]),
          eq(conversations.hasUnread, true),
        ),
      )
      .limit(mostCounted)
      .as("some")
    const [row] = await tx.select({ unread: count() }).from(some)
    return { unread: row?.unread ?? 0 }
  })
}

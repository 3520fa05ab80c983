import { CaseRef } from "@casepost/shared/cases"
import { Notification } from "@casepost/shared/notifications"
import { count, desc, isNull, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { readCursor, writeCursor } from "../cursor.ts"
import type { Transaction } from "../database.ts"
import { ownNotifications } from "./own-notifications.ts"
import { notifications } from "./tables.ts"

const mostCounted = 100

/**
 * What the user is told in this organisation, newest first, and how much of it is unread.
 * @throws Problem not-allowed for a key; invalid for a cursor that is none
 */
export async function listNotifications(
  context: Context,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ notifications: Notification[]; nextCursor: string | null; unread: number }> {
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor)
  const beyond =
    after &&
    sql`(${notifications.createdAt}, ${notifications.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
  return context.transaction(async tx => {
    const rows = await ownNotifications(context, tx, beyond)
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(page.limit + 1)
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)?.notification
    return {
      notifications: shown.map(describeNotification),
      nextCursor: rows.length > page.limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
      unread: await countUnread(context, tx),
    }
  })
}

type Row = Awaited<ReturnType<typeof ownNotifications>>[number]

function describeNotification({ notification, caseNumber, customerName }: Row): Notification {
  const { id, kind, detail, createdAt, readAt } = notification
  const fact = (name: string) => (typeof detail[name] === "string" ? detail[name] : null)
  return {
    id,
    kind: Notification.shape.kind.parse(kind),
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    caseRef: detail.caseRef ? CaseRef.parse(detail.caseRef) : null,
    caseNumber,
    customerName,
    by: fact("by"),
    excerpt: fact("excerpt"),
    subject: fact("subject"),
    address: fact("address"),
    reason: fact("reason"),
    messageId: fact("messageId"),
    noteId: fact("noteId"),
    draftId: fact("draftId"),
  }
}

async function countUnread(context: Context, tx: Transaction): Promise<number> {
  const unread = ownNotifications(context, tx, isNull(notifications.readAt)).limit(mostCounted).as("unread")
  const [row] = await tx.select({ unread: count() }).from(unread)
  return row?.unread ?? 0
}

import { and, inArray, isNull, lt } from "drizzle-orm"
import { validate } from "uuid"
import type { Context } from "../context.ts"
import { isOneOf } from "../database.ts"
import { ownNotifications } from "./own-notifications.ts"
import { notifications } from "./tables.ts"

type Which = { ids: string[] } | { all: true; until?: string | undefined }

/** Marks these notifications read, or all up to a moment; what is not the user's own is passed over. @throws Problem not-allowed for a key */
export async function markNotificationsRead(context: Context, which: Which): Promise<void> {
  await context.transaction(async tx => {
    const rows = await ownNotifications(context, tx, and(isNull(notifications.readAt), these(which)))
    const ids = rows.map(row => row.notification.id)
    if (ids.length === 0) return
    await tx.update(notifications).set({ readAt: context.now() }).where(inArray(notifications.id, ids))
  })
}

function these(which: Which) {
  if ("ids" in which)
    return isOneOf(
      notifications.id,
      which.ids.filter(id => validate(id)),
    )
  // Moments are kept to the millisecond.
  return which.until ? lt(notifications.createdAt, new Date(new Date(which.until).getTime() + 1)) : undefined
}

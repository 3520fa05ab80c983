import type { NotificationKind } from "@casepost/shared/notifications"
import type { Transaction } from "../database.ts"
import { notifications } from "./tables.ts"

/** Something a user is told inside Casepost: what kind of thing happened, and what is needed to show and open it. */
export type AddedNotification = {
  organisationId: string
  userId: string
  kind: NotificationKind
  /** `caseRef` decides who may see it; see the shape `Notification` for the facts that are shown. */
  detail: Record<string, unknown>
  at: Date
}

/** Tells a user, in the transaction of what happened. */
export async function addNotification(tx: Transaction, { at, ...notification }: AddedNotification): Promise<void> {
  await tx.insert(notifications).values({ ...notification, createdAt: at })
}

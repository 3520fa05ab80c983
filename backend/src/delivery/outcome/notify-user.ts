import { and, eq, isNull } from "drizzle-orm"
import { rightsIn } from "../../access/read-rights.ts"
import { memberships, users } from "../../access/tables.ts"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { type AddedNotification, addNotification } from "../../notifications/add-notification.ts"
import type { NoticeEmail } from "../email/render-notice.ts"
import { mails, suppressions } from "../tables.ts"

export type Notification = Omit<AddedNotification, "at"> & {
  /** Where it happened: nothing is mailed about it to who has no right there any more. */
  administrationId: string
  /** Sent too, where the user wants it. */
  mail?: NoticeEmail & { wanted: "notifyOnReply" | "notifyOnFailure"; notTo?: string | null }
}

/** Tells a user, in Casepost and by e-mail where she chose so; never to an address that sends mail back, so that nothing goes in circles. */
export async function notifyUser(house: House, tx: Transaction, notification: Notification): Promise<void> {
  const { organisationId, administrationId, userId, kind, detail, mail } = notification
  const [user] = await tx
    .select({
      email: users.email,
      notifyOnReply: memberships.notifyOnReply,
      notifyOnFailure: memberships.notifyOnFailure,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.userId, userId),
        isNull(memberships.disabledAt),
      ),
    )
  if (!user) return
  await addNotification(tx, { organisationId, userId, kind, detail, at: house.now() })
  if (!mail || !user[mail.wanted]) return
  const rights = await rightsIn(tx, userId, organisationId)
  if (!rights?.administrations.has(administrationId)) return
  const address = user.email.toLowerCase()
  if (address === mail.notTo || (await isSuppressed(tx, organisationId, address))) return
  const { wanted, notTo, ...content } = mail
  await tx.insert(mails).values({ organisationId, kind: "notice", address, content, createdAt: house.now() })
}

async function isSuppressed(tx: Transaction, organisationId: string, address: string): Promise<boolean> {
  const rows = await tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.organisationId, organisationId),
        eq(suppressions.address, address),
        isNull(suppressions.liftedAt),
      ),
    )
  return rows.length > 0
}

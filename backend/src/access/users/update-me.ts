import type { Me } from "@casepost/shared/access"
import { and, eq } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import { requireUser } from "../require-right.ts"
import { memberships, users } from "../tables.ts"
import { getMe } from "./get-me.ts"

type Changes = {
  name?: string | undefined
  notifyOnReply?: boolean | undefined
  notifyOnFailure?: boolean | undefined
  notifyOnMention?: boolean | undefined
}

/** Changes one's own name, or what one is told about in this organisation. Messages already sent keep the name they were sent with. */
export async function updateMe(context: Context, changes: Changes): Promise<Me> {
  const { userId, name: oldName } = requireUser(context)
  const { name, ...settings } = changes
  const told = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  if (Object.keys(told).length > 0)
    await context.transaction(tx =>
      tx
        .update(memberships)
        .set(told)
        .where(and(eq(memberships.userId, userId), eq(memberships.organisationId, context.organisationId))),
    )
  if (name !== undefined && name !== oldName) {
    // A name is of the person and not of one organisation: only the system may write it.
    await context.database.inScope({ role: "casepost_system" }, async tx => {
      await tx.update(users).set({ name, updatedAt: context.now() }).where(eq(users.id, userId))
      await recordAudit(tx, context, {
        deed: "updateMe",
        subject: { kind: "user", id: userId },
        detail: { from: oldName, to: name },
      })
    })
  }
  return getMe(context)
}

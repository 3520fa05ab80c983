import { newId } from "../../columns.ts"
import { type Context, doerOf } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import type { ResolvedRecipient } from "../recipients/resolve-recipients.ts"
import { attempts, recipients } from "../tables.ts"

/** One sending that is about to be held. */
export type NewAttempt = {
  messageId: string
  number: number
  leavesAt: Date
  /** Scheduled: the addresses of the customer, relations and colleagues are read when it leaves, and stand empty until then. */
  scheduled: boolean
  recipients: ResolvedRecipient[]
}

/** Writes a sending with its recipients. It waits until `leavesAt`; the dispatcher takes it from these rows. */
export async function writeAttempt(context: Context, tx: Transaction, attempt: NewAttempt): Promise<void> {
  const { organisationId } = context
  const by = doerOf(context.actor)
  const { messageId, number, leavesAt, scheduled } = attempt
  const attemptId = newId()
  await tx.insert(attempts).values({
    id: attemptId,
    organisationId,
    messageId,
    number,
    state: "waiting",
    scheduled,
    leavesAt,
    byUserId: by.userId,
    byName: by.name,
  })
  await tx.insert(recipients).values(
    attempt.recipients.map(({ suppressed: _, ...recipient }, position) => ({
      ...recipient,
      address: scheduled && recipient.kind !== "typed" ? null : recipient.address,
      organisationId,
      messageId,
      attemptId,
      state: scheduled ? "scheduled" : "held",
      stateAt: context.now(),
      position,
    })),
  )
}

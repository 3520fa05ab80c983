import { undoSeconds } from "@casepost/shared/messages"
import { Problem } from "@casepost/shared/problems"
import type { Context } from "../../context.ts"

/** Days ahead a message can be scheduled. */
const mostDaysAhead = 366

/**
 * When what is sent now leaves: once it cannot be undone any more, or at the moment that was chosen.
 * @throws Problem invalid (`sendAt`) when that has passed or is more than a year ahead
 */
export function leavesAt(context: Context, sendAt: string | undefined): Date {
  const now = context.now().getTime()
  const soonest = new Date(now + undoSeconds * 1000)
  if (!sendAt) return soonest
  const chosen = new Date(sendAt)
  const refusal =
    chosen.getTime() < now
      ? "This moment has passed. Choose a later one."
      : chosen.getTime() > now + mostDaysAhead * 24 * 60 * 60 * 1000
        ? "A message can be scheduled at most a year ahead."
        : undefined
  if (refusal) throw new Problem("invalid", refusal, { fields: [{ path: "sendAt", detail: refusal }] })
  return chosen < soonest ? soonest : chosen
}

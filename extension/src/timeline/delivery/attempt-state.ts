import { type DeliveryState, failedStates, type Recipient } from "@casepost/shared/delivery"
import type { Attempt } from "@casepost/shared/timeline"

/** Within its undo time; a scheduled one can be taken back too, until it goes. */
export function isHeld(attempt: Attempt): boolean {
  return attempt.state === "held" || attempt.state === "scheduled"
}

const stepStates: readonly DeliveryState[] = ["queued", "sent", "delivered", "opened", "opened-in-email"]

/** One address on its ordinary way gets the four-step line; everything else a row per address. */
export function hasSteps(attempt: Attempt): boolean {
  const [only, ...others] = attempt.recipients
  return only !== undefined && others.length === 0 && stepStates.includes(only.state) && only.address !== null
}

export function isFailed(recipient: Recipient): boolean {
  return failedStates.includes(recipient.state)
}

/** The state to name where there is room for one: a failure before anything else, else the first address'. */
export function tellingState(attempt: Attempt): DeliveryState {
  const failed = attempt.recipients.find(isFailed)
  return failed?.state ?? attempt.recipients[0]?.state ?? "portal-only"
}

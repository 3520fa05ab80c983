import type { BulkMessage } from "@casepost/shared/bulk-messages"

/** Milliseconds until it is worth asking again how a bulk message stands; false: nothing happens by itself. */
export function pauseUntilNext(message: BulkMessage | undefined): number | false {
  if (!message || message.state === "stopped") return false
  // Cases that have not been looked at yet are, in the background.
  if (message.state === "writing") return message.checked < message.total ? 1_000 : false
  if (message.state === "sending" || message.state === "held") return 1_500
  return message.state === "done" && !isUnderWay(message) ? false : 10_000
}

/** Whether messages are still on their way to somebody. */
function isUnderWay({ results }: BulkMessage): boolean {
  return ["waiting", "sending", "sent"].some(state => (results[state] ?? 0) > 0)
}

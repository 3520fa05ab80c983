import type { BulkMessage } from "@casepost/shared/bulk-messages"

/** Milliseconds until it is worth asking again how a bulk message stands; false: nothing happens by itself. */
export function pauseUntilNext(message: BulkMessage | undefined): number | false {
  if (!message || message.state === "writing" || message.state === "stopped") return false
  if (message.state === "sending" || message.state === "held") return 1_500
  return message.state === "done" && !isUnderWay(message) ? false : 10_000
}

/** Whether messages are still on their way to somebody. */
export function isUnderWay({ results }: BulkMessage): boolean {
  return ["waiting", "sending", "sent"].some(state => (results[state] ?? 0) > 0)
}

import type { BulkMessage } from "@casepost/shared/bulk-messages"

/** How far a bulk message is, in messages. */
export function progressOf({ results, messages }: BulkMessage) {
  const waiting = (results.waiting ?? 0) + (results.sending ?? 0)
  const failed = results["not-delivered"] ?? 0
  const gone = Math.max(0, messages - waiting - (results.cancelled ?? 0))
  return { waiting, failed, gone, went: Math.max(0, gone - failed), of: messages, leftOut: results["left-out"] ?? 0 }
}

/** A share in whole percent; 100 only when it is all. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0
  return part >= whole ? 100 : Math.min(99, Math.floor((part / whole) * 100))
}

import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { momentInWords } from "../../ui/text/moments"
import { words } from "../words"

/** The figures of a bulk message that was sent off. An opened message was delivered too. */
export function figuresOf({ results, messages, portalOnly, answered }: BulkMessage) {
  const opened = results.opened ?? 0
  return {
    messages,
    delivered: (results.delivered ?? 0) + opened,
    opened,
    answered,
    portalOnly: results["portal-only"] ?? portalOnly,
    notDelivered: results["not-delivered"] ?? 0,
    leftOut: results["left-out"] ?? 0,
  }
}

/** When it was sent off, or will be: `Today, 09:20`, `20 Nov, 14:02`. */
export function whenInWords(message: BulkMessage): string {
  const { state, leavesAt, startedAt, createdAt, savedAt } = message
  if (state === "writing") return words.result.savedAt(momentInWords(savedAt))
  if (state === "scheduled" && leavesAt) return words.result.scheduledFor(momentInWords(leavesAt))
  const at = startedAt ?? leavesAt ?? createdAt
  if (state === "sending") return words.result.sendingSince(momentInWords(at))
  const said = momentInWords(at)
  return said.includes(",") ? said : words.result.today(said)
}

export function nameOf(message: BulkMessage): string {
  return message.name || words.result.unnamed
}

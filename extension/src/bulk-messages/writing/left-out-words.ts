import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { listed } from "../figures-in-words"
import { nameOf } from "../rows/checked-look"
import { words } from "../words"

const reasons = ["do-not-message", "no-right", "settled", "taken-out"] as const

/** Why cases are left out: "Contact name is missing." or, of several reasons, "Contact name missing for 2, 1 settled." */
export function whyLeftOut(message: BulkMessage): string {
  const lacking = message.checks.missing ?? 0
  const leftOut = message.total - message.messages
  const names = listed(message.missing.map(one => nameOf(one.name)))
  const missing = lacking > 0 ? [words.foot.missing(names, lacking, lacking === leftOut)] : []
  const others = reasons.flatMap(reason => {
    const count = message.checks[reason] ?? 0
    return count > 0 ? [words.foot.reasons[reason](count)] : []
  })
  const all = [...missing, ...others].join(", ")
  return all === "" || all.endsWith(".") ? all : `${all}.`
}

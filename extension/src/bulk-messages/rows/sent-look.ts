import type { BulkCase } from "@casepost/shared/bulk-messages"
import { CircleAlert, CircleCheck, CircleMinus, CircleX, Clock, Monitor } from "lucide-react"
import { deliveryLooks } from "../../ui/marks/delivery-chip"
import { words } from "../words"
import type { CaseStateLook } from "./case-state"
import { checkedLook } from "./checked-look"

/** How a case stands once it was sent off. */
export function sentLook(of: BulkCase): CaseStateLook {
  const { states, why } = words
  const to = of.address ?? why.noAddress
  if (of.state === "left-out") return { words: states.leftOut, more: of.reason ?? "", tone: "quiet", icon: CircleMinus }
  // Not decided yet: it is looked at once more when it leaves.
  if (of.state === "waiting" && (of.takenOut || leavesOut.includes(of.check ?? "")))
    return { words: states.leftOut, more: of.reason ?? checkedLook(of).more, tone: "quiet", icon: CircleMinus }
  if (of.state === "waiting" || !of.delivery)
    return { words: states.waiting, more: to, tone: "quiet", icon: of.address ? Clock : Monitor }
  const more = of.deliveryReason ?? to
  switch (of.delivery) {
    case "scheduled":
    case "held":
      return { words: states.waiting, more: to, tone: "quiet", icon: Clock }
    case "queued":
      return { words: states.sending, more: to, tone: "accent", icon: "spinner" }
    case "sent":
      return { words: states.sent, more: to, tone: "success", icon: CircleCheck }
    case "delivered":
      return { words: deliveryLooks.delivered.words, more: to, tone: "success", icon: CircleCheck }
    case "portal-only":
      return { words: states["in-portal"], more: why.noAddress, tone: "neutral", icon: Monitor }
    case "bounced":
      return { words: deliveryLooks.bounced.words, more, tone: "danger", icon: CircleAlert }
    case "failed":
      return { words: states.notAccepted, more, tone: "danger", icon: CircleX }
    default: {
      const look = deliveryLooks[of.delivery]
      const tone = toneOf[look.tone] ?? "neutral"
      return { words: look.words, more: tone === "danger" || tone === "warning" ? more : to, tone, icon: look.icon }
    }
  }
}

const leavesOut = ["missing", "do-not-message", "no-right", "settled"]

const toneOf: Partial<Record<string, CaseStateLook["tone"]>> = {
  success: "success",
  warning: "warning",
  danger: "danger",
  accent: "accent",
}

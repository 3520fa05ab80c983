import type { BulkCase } from "@casepost/shared/bulk-messages"
import { isPlaceholder, placeholders } from "@casepost/shared/placeholders"
import { Ban, CircleCheck, CircleMinus, CircleSlash, Lock, Monitor, Timer, TriangleAlert } from "lucide-react"
import { listed } from "../figures-in-words"
import { words } from "../words"
import type { CaseStateLook } from "./case-state"

/** How a case stands before anything is sent. */
export function checkedLook(of: BulkCase): CaseStateLook {
  const { checks, why } = words
  if (of.takenOut)
    return { words: checks["taken-out"], more: of.address ?? why.noAddress, tone: "quiet", icon: CircleMinus }
  switch (of.check) {
    case null:
      return { words: why.checking, more: of.address ?? "", tone: "quiet", icon: Timer }
    case "ready":
      return { words: checks.ready, more: of.address ?? "", tone: "success", icon: CircleCheck }
    case "portal-only":
      return { words: checks["portal-only"], more: of.reason ?? why.noAddress, tone: "neutral", icon: Monitor }
    case "missing":
      return { words: checks.missing, more: listed(of.missing.map(nameOf)), tone: "warning", icon: TriangleAlert }
    case "suppressed":
      return { words: checks.suppressed, more: of.reason ?? of.address ?? why.suppressed, tone: "danger", icon: Ban }
    case "do-not-message":
      return {
        words: checks["do-not-message"],
        more: of.reason ?? why["do-not-message"],
        tone: "warning",
        icon: CircleSlash,
      }
    case "no-right":
      return { words: checks["no-right"], more: of.reason ?? why["no-right"], tone: "quiet", icon: Lock }
    case "settled":
      return { words: checks.settled, more: of.reason ?? why.settled, tone: "quiet", icon: CircleMinus }
  }
}

/** What a missing value is called: as on its chip. */
export function nameOf(name: string): string {
  return isPlaceholder(name) ? placeholders[name] : words.invoicePdf
}

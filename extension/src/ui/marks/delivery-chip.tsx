import type { DeliveryState } from "@casepost/shared/delivery"
import {
  Ban,
  Bot,
  CalendarX,
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  CircleMinus,
  CircleX,
  Clock,
  ClockAlert,
  Flag,
  LoaderCircle,
  type LucideIcon,
  Monitor,
  Send,
  Timer,
} from "lucide-react"
import { classNames } from "../class-names"
import { Chip, type ChipTone } from "./chip"
import styles from "./delivery-chip.module.css"

type DeliveryChipProps = {
  state: DeliveryState
  /** Takes the place of the state's own words: "Sending in 7 s", "Left out, paid". */
  words?: string
  /** `chip` with a ground; `plain` for rows where a time follows. */
  look?: "chip" | "plain"
  shape?: "round" | "square"
}

/** What is known about one address, in words, with an icon, and no more than is known. */
export function DeliveryChip({ state, words, look = "chip", shape = "round" }: DeliveryChipProps) {
  const shown = deliveryLooks[state]
  if (look === "chip") {
    return (
      <Chip tone={shown.tone} icon={shown.icon} shape={shape}>
        {words ?? shown.words}
      </Chip>
    )
  }
  const Icon = shown.icon
  return (
    <span className={classNames(styles.plain, styles[shown.tone])}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      {words ?? shown.words}
    </span>
  )
}

export const deliveryLooks: Record<DeliveryState, { words: string; icon: LucideIcon; tone: ChipTone }> = {
  scheduled: { words: "Scheduled", icon: Clock, tone: "neutral" },
  held: { words: "Sending", icon: Timer, tone: "neutral" },
  queued: { words: "Queued", icon: LoaderCircle, tone: "neutral" },
  sent: { words: "Sent", icon: Send, tone: "neutral" },
  delayed: { words: "Delayed", icon: ClockAlert, tone: "warning" },
  delivered: { words: "Delivered", icon: Check, tone: "neutral" },
  opened: { words: "Opened", icon: CheckCheck, tone: "success" },
  "opened-in-email": { words: "Opened in e-mail (probably automatic)", icon: Bot, tone: "outline" },
  bounced: { words: "Not delivered", icon: CircleAlert, tone: "danger" },
  failed: { words: "Failed", icon: CircleX, tone: "danger" },
  suppressed: { words: "Suppressed", icon: Ban, tone: "danger" },
  complained: { words: "Marked as spam", icon: Flag, tone: "danger" },
  unknown: { words: "Not known whether it left", icon: CircleHelp, tone: "warning" },
  "portal-only": { words: "Portal only", icon: Monitor, tone: "neutral" },
  cancelled: { words: "Cancelled, customer answered", icon: CalendarX, tone: "neutral" },
  "left-out": { words: "Left out", icon: CircleMinus, tone: "neutral" },
}

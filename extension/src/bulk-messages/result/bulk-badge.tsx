import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Clock, LoaderCircle, Pause, PencilLine, Square } from "lucide-react"
import { Chip } from "../../ui/marks/chip"
import { percentOf, progressOf } from "../running/progress"
import { words } from "../words"
import { figuresOf } from "./figures"

/** How it stands, in a word: `Scheduled`, `43 %`, `6 to look at`, `Done`. */
export function BulkBadge({ message }: { message: BulkMessage }) {
  const { badges } = words.result
  switch (message.state) {
    case "writing":
      return (
        <Chip shape="square" icon={PencilLine}>
          {badges.draft}
        </Chip>
      )
    case "scheduled":
      return (
        <Chip shape="square" icon={Clock}>
          {badges.scheduled}
        </Chip>
      )
    case "held":
      return (
        <Chip shape="square" tone="accent" icon={LoaderCircle}>
          {badges.held}
        </Chip>
      )
    case "sending": {
      const { gone, of } = progressOf(message)
      return (
        <Chip shape="square" tone="accent" icon={LoaderCircle}>
          {words.running.percent(percentOf(gone, of))}
        </Chip>
      )
    }
    case "paused":
      return (
        <Chip shape="square" icon={Pause}>
          {badges.paused}
        </Chip>
      )
    default: {
      const { notDelivered } = figuresOf(message)
      if (notDelivered > 0)
        return (
          <Chip shape="square" tone="warning">
            {badges.lookAt(notDelivered)}
          </Chip>
        )
      return message.state === "stopped" ? (
        <Chip shape="square" icon={Square}>
          {badges.stopped}
        </Chip>
      ) : (
        <Chip shape="square" tone="success">
          {badges.done}
        </Chip>
      )
    }
  }
}

import type { Attempt } from "@casepost/shared/timeline"
import { CalendarX } from "lucide-react"
import { Chip } from "../../ui/marks/chip"
import { words } from "../words"
import { hasSteps, isFailed, isHeld } from "./attempt-state"
import { DeliveryRows } from "./delivery-rows"
import { DeliverySteps } from "./delivery-steps"
import { FailureNotice } from "./failure-notice"
import { SendingLine } from "./sending-line"

type AttemptViewProps = {
  attempt: Attempt
  ahead: number
  onUndo: () => void
  onChoose?: (() => void) | undefined
}

/** One sending: still to be undone, cancelled, or gone, with what became of each address. */
export function AttemptView({ attempt, ahead, onUndo, onChoose }: AttemptViewProps) {
  if (isHeld(attempt)) return <SendingLine attempt={attempt} ahead={ahead} onUndo={onUndo} />
  if (attempt.state === "cancelled")
    return (
      <div>
        <Chip icon={CalendarX}>{whyCancelled[attempt.cancelReason ?? ""] ?? words.undone}</Chip>
      </div>
    )
  const only = hasSteps(attempt) ? attempt.recipients[0] : undefined
  return (
    <>
      <DeliveryRows recipients={attempt.recipients} leftAt={attempt.leavesAt} isBare={only !== undefined} />
      {only && <DeliverySteps recipient={only} />}
      {attempt.recipients.filter(isFailed).map(recipient => (
        <FailureNotice key={recipient.id} recipient={recipient} onChoose={onChoose} />
      ))}
    </>
  )
}

const whyCancelled: Record<string, string> = {
  "customer-answered": words.customerAnswered,
  "do-not-message": words.doNotMessage,
}

import { undoSeconds } from "@casepost/shared/messages"
import type { Attempt } from "@casepost/shared/timeline"
import { Clock } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { CountdownRing } from "../../ui/marks/countdown-ring"
import { Kbd } from "../../ui/marks/kbd"
import { Spinner } from "../../ui/marks/spinner"
import { momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./delivery.module.css"
import { useSecondsLeft } from "./use-seconds-left"

type SendingLineProps = { attempt: Attempt; ahead: number; onUndo: () => void }

/** While it can be taken back: the seconds, Undo, and that nobody can see it yet. */
export function SendingLine({ attempt, ahead, onUndo }: SendingLineProps) {
  if (attempt.state === "scheduled") return <ScheduledLine attempt={attempt} onUndo={onUndo} />
  return <HeldLine attempt={attempt} ahead={ahead} onUndo={onUndo} />
}

function HeldLine({ attempt, ahead, onUndo }: SendingLineProps) {
  const left = useSecondsLeft(attempt.leavesAt, ahead)
  if (left === 0)
    return (
      <p className={styles.sending}>
        <Spinner />
        <strong>{words.sending}</strong>
      </p>
    )
  return (
    <p className={styles.sending}>
      <CountdownRing left={left} total={undoSeconds} />
      <strong>{words.sendingIn(Math.ceil(left))}</strong>
      <span aria-hidden="true">·</span>
      <Button kind="link" onPress={onUndo}>
        {words.undo}
      </Button>
      <Kbd>Z</Kbd>
      {attempt.number === 1 && <span className={styles.aside}>{words.notInPortal}</span>}
    </p>
  )
}

function ScheduledLine({ attempt, onUndo }: Pick<SendingLineProps, "attempt" | "onUndo">) {
  return (
    <p className={styles.sending}>
      <Clock size={15} strokeWidth={1.75} aria-hidden="true" />
      <strong>{words.scheduledFor(momentInWords(attempt.leavesAt))}</strong>
      <span aria-hidden="true">·</span>
      <Button kind="link" onPress={onUndo}>
        {words.cancelSending}
      </Button>
    </p>
  )
}

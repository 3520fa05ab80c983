import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { undoSeconds } from "@casepost/shared/messages"
import { CircleAlert, Pause, Play } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { Button } from "../../ui/buttons/button"
import { showToast } from "../../ui/feedback/toasts"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { CountdownRing } from "../../ui/marks/countdown-ring"
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog"
import { goTo } from "../../ui/place/place"
import { momentInWords } from "../../ui/text/moments"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import { percentOf, progressOf } from "./progress"
import { ProgressBar } from "./progress-bar"
import { useRunBulkMessage } from "./run-bulk-message"
import styles from "./running-foot.module.css"

/** How far it is, and what can be done about it. */
export function RunningFoot({ message }: { message: BulkMessage }) {
  const run = useRunBulkMessage(message.id)
  const [isStopping, setStopping] = useState(false)
  const { state } = message
  const { waiting, failed, went, of, leftOut } = progressOf(message)
  const seconds = useSecondsUntil(state === "held" ? message.leavesAt : null)
  const mayUndo = (state === "held" && seconds > 0) || state === "scheduled"
  const undo = () =>
    run.mutate("undo", { onSuccess: () => showToast({ kind: "success", words: words.running.undone }) })
  useShortcuts({ z: () => (mayUndo && !run.isPending ? undo() : false) })
  return (
    <>
      <div className={styles.progress}>
        <div className={styles.line}>
          {state === "held" && seconds > 0 && <CountdownRing left={seconds} total={undoSeconds} />}
          <strong role={state === "sending" ? undefined : "status"}>{headOf(message)}</strong>
          <span className={styles.more}>{moreOf(message, seconds)}</span>
          {failed > 0 && (
            <span className={styles.failed}>
              <CircleAlert size={15} strokeWidth={1.75} aria-hidden="true" />
              {words.running.notAccepted(failed)}
            </span>
          )}
          {leftOut > 0 && <span className={styles.leftOut}>{words.running.leftOut(leftOut)}</span>}
        </div>
        <ProgressBar went={went} failed={failed} of={of} />
        <Said message={message} />
      </div>
      <div className={styles.deeds}>
        {mayUndo && (
          <Button isBusy={run.isPending} onPress={undo}>
            {state === "held" ? words.running.undo : words.running.takeBack}
          </Button>
        )}
        {state === "sending" && (
          <Button icon={Pause} isBusy={run.isPending} onPress={() => run.mutate("pause")}>
            {words.running.pause}
          </Button>
        )}
        {state === "paused" && (
          <Button kind="primary" icon={Play} isBusy={run.isPending} onPress={() => run.mutate("resume")}>
            {words.running.resume}
          </Button>
        )}
        {(state === "sending" || state === "paused") && (
          <Button kind="ghost" onPress={() => setStopping(true)}>
            {words.running.stop}
          </Button>
        )}
        {(state === "done" || state === "stopped") && (
          <Button kind="primary" onPress={() => goTo(`bulk?show=${message.id}`)}>
            {words.running.results}
          </Button>
        )}
      </div>
      {isStopping && (
        <ConfirmDialog
          title={words.running.stopTitle}
          keep={words.running.keep}
          confirm={words.running.stop}
          onClose={() => setStopping(false)}
          onConfirm={() => {
            setStopping(false)
            run.mutate("stop")
          }}
        >
          {words.running.stopMore(waiting)}
        </ConfirmDialog>
      )}
    </>
  )
}

function headOf(message: BulkMessage): string {
  const { gone, of } = progressOf(message)
  switch (message.state) {
    case "held":
      return words.running.held(message.messages)
    case "scheduled":
      return words.running.scheduled(message.leavesAt ? momentInWords(message.leavesAt) : "")
    case "paused":
      return words.running.paused(gone, of)
    case "stopped":
      return words.running.stopped(gone, of)
    case "done":
      return words.running.done(of)
    default:
      return words.running.sending(Math.min(of, gone + 1), of)
  }
}

function moreOf(message: BulkMessage, seconds: number): string {
  if (message.state === "held")
    return seconds > 0 ? words.running.heldMore(Math.ceil(seconds)) : words.running.closeable
  if (message.state === "scheduled") return words.running.scheduledMore(message.messages)
  if (message.state !== "sending") return ""
  return message.secondsLeft === null ? words.running.closeable : words.running.left(message.secondsLeft)
}

/** Said every quarter: every message would be too much to listen to. */
function Said({ message }: { message: BulkMessage }) {
  const { gone, of } = progressOf(message)
  const quarter = Math.floor(percentOf(gone, of) / 25) * 25
  return (
    <span className={unseen.spoken} role="status">
      {message.state === "sending" && `${words.running.progress}: ${words.running.percent(quarter)}`}
    </span>
  )
}

/** Seconds until a moment of the server, by its word unless the clocks differ so much that it cannot be right. */
function useSecondsUntil(moment: string | null): number {
  const ends = useRef<{ moment: string; at: number } | undefined>(undefined)
  const [, tick] = useState(0)
  if (moment && ends.current?.moment !== moment) {
    const left = Date.parse(moment) - Date.now()
    ends.current = { moment, at: Date.now() + Math.min(Math.max(left, 0), undoSeconds * 1000) }
  }
  useEffect(() => {
    if (!moment) return
    const timer = setInterval(() => tick(count => count + 1), 250)
    return () => clearInterval(timer)
  }, [moment])
  return moment && ends.current ? Math.max(0, (ends.current.at - Date.now()) / 1000) : 0
}

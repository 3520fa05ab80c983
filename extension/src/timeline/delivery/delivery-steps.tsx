import type { Recipient } from "@casepost/shared/delivery"
import { Check } from "lucide-react"
import { classNames } from "../../ui/class-names"
import { DeliveryChip } from "../../ui/marks/delivery-chip"
import { clockTime } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./delivery.module.css"

const steps = ["queued", "sent", "delivered", "opened"] as const

/** The way of a message with one address: queued, sent, delivered, opened, each with its time. */
export function DeliverySteps({ recipient }: { recipient: Recipient }) {
  const reached = steps.findLastIndex(step => recipient.steps[step] !== null)
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step, place) => {
          const at = recipient.steps[step]
          const isDone = place <= reached
          return (
            <li key={step} className={classNames(styles.step, isDone && styles.done)}>
              <span className={styles.mark} aria-hidden="true">
                {isDone && <Check size={9} strokeWidth={3} />}
              </span>
              <span className={styles.stepName}>{words.steps[step]}</span>
              <span className={styles.stepTime}>{at ? clockTime(at) : isDone ? "" : words.notYet}</span>
            </li>
          )
        })}
      </ol>
      {recipient.state === "opened-in-email" && <DeliveryChip state="opened-in-email" />}
      {recipient.complainedAt && <DeliveryChip state="complained" words={words.alsoSpam} />}
    </>
  )
}

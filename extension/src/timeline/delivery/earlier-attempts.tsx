import type { Attempt } from "@casepost/shared/timeline"
import { ChevronRight } from "lucide-react"
import { momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./delivery.module.css"
import { DeliveryRows } from "./delivery-rows"

/** What was sent before under the same entry, folded away. */
export function EarlierAttempts({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return null
  return (
    <details className={styles.earlier}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        {words.earlierAttempts(attempts.length)}
      </summary>
      {attempts.map(attempt => (
        <div key={attempt.id}>
          <p className={styles.attempt}>
            {words.attempt(attempt.number)} · {attempt.by} · {momentInWords(attempt.leavesAt)}
          </p>
          <DeliveryRows recipients={attempt.recipients} leftAt={attempt.leavesAt} />
        </div>
      ))}
    </details>
  )
}

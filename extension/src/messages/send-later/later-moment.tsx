import type { WallTime } from "@casepost/shared/zoned-time"
import { useId } from "react"
import { words } from "../words"
import styles from "./later-moment.module.css"

type LaterMomentProps = { at: WallTime; onChange: (at: WallTime) => void; zone: string }

/** A date and a time of one's own choice; the zone is said under them. */
export function LaterMoment({ at, onChange, zone }: LaterMomentProps) {
  const id = useId()
  return (
    <fieldset className={styles.moment}>
      <legend className={styles.legend}>{words.later.choose}</legend>
      <div className={styles.fields}>
        <input
          type="date"
          className={styles.date}
          aria-label={words.later.date}
          aria-describedby={id}
          value={at.date}
          onChange={event => onChange({ ...at, date: event.target.value })}
        />
        <input
          type="time"
          className={styles.time}
          aria-label={words.later.time}
          aria-describedby={id}
          value={at.time}
          onChange={event => onChange({ ...at, time: event.target.value })}
        />
      </div>
      <p id={id} className={styles.zone}>
        {zone}
      </p>
    </fieldset>
  )
}

import unseen from "../../../ui/text/unseen.module.css"
import { words } from "../words"
import styles from "./later-rows.module.css"

/** The shape of rows that are on their way. */
export function LaterRows({ rows, look = "wide" }: { rows: number; look?: "wide" | "compact" }) {
  return (
    <div className={styles.later} data-look={look} role="status">
      <span className={unseen.spoken}>{words.loading}</span>
      {Array.from({ length: rows }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={place} className={styles.laterRow} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      ))}
    </div>
  )
}

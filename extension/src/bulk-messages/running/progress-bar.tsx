import { words } from "../words"
import { percentOf } from "./progress"
import styles from "./progress-bar.module.css"

type ProgressBarProps = { went: number; failed: number; of: number; label?: string }

/** What went in blue, what failed in red; the numbers stand beside it in words. */
export function ProgressBar({ went, failed, of, label = words.running.progress }: ProgressBarProps) {
  const share = (part: number) => `${of > 0 ? (part / of) * 100 : 0}%`
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percentOf(went + failed, of)}
    >
      {went > 0 && <span className={styles.went} style={{ width: share(went) }} />}
      {failed > 0 && <span className={styles.failed} style={{ width: share(failed) }} />}
    </div>
  )
}

import { useEffect, useState } from "react"
import styles from "./skeleton.module.css"

type SkeletonProps = {
  /** Rows to draw. */
  rows?: number
  /** Rows with a round picture before them. */
  withAvatar?: boolean
}

/** The shape of rows that are coming: after 200 ms, so that a quick answer never flickers. */
export function Skeleton({ rows = 3, withAvatar = true }: SkeletonProps) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return <div aria-busy="true" />
  return (
    <div className={styles.rows} aria-busy="true">
      {widths.slice(0, rows).map(width => (
        <div key={width} className={styles.row}>
          {withAvatar && <span className={styles.round} />}
          <span className={styles.lines}>
            <span className={styles.line} style={{ width: `${width - 24}%` }} />
            <span className={styles.line} style={{ width: `${width}%` }} />
          </span>
        </div>
      ))}
    </div>
  )
}

const widths = [80, 67, 84, 72, 63, 78, 69, 86]

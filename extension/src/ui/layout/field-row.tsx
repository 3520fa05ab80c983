import type { ReactNode } from "react"
import { classNames } from "../class-names"
import styles from "./field-row.module.css"

type FieldRowProps = {
  label: string
  /** The id of the control inside, so that the label leads to it. */
  htmlFor?: string
  children: ReactNode
  /** Stands at the end of the row, such as a link. */
  end?: ReactNode
  /** Tinted with a bar at the left while the control inside has the focus. */
  isActive?: boolean
  /** Amber, in a note. */
  tone?: "note"
}

/** One row of compose: the label in its column, the value beside it. Popup, panel and side panel use the same rows. */
export function FieldRow({ label, htmlFor, children, end, isActive = false, tone }: FieldRowProps) {
  return (
    <div className={classNames(styles.row, isActive && styles.active, tone && styles[tone])}>
      <div className={styles.inner}>
        {htmlFor ? (
          <label className={styles.label} htmlFor={htmlFor}>
            {label}
          </label>
        ) : (
          <span className={styles.label}>{label}</span>
        )}
        <div className={styles.value}>{children}</div>
        {end && <div className={styles.end}>{end}</div>}
      </div>
    </div>
  )
}
